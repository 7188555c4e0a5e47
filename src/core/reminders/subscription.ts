import type { DocumentId } from "../document/official-document.ts";

/** Which duties a subscription takes in. A section is named by the node of its heading in the document's outline. */
export type SubscriptionScope =
  | { readonly kind: "all" }
  | { readonly kind: "document"; readonly documentId: DocumentId }
  | { readonly kind: "section"; readonly documentId: DocumentId; readonly node: number }
  | {
      readonly kind: "unit";
      /** The unit's name, or that of a town or bureau that no plan names: 县司法局, 谭店乡, 县教育局. */
      readonly unit: string;
      /** Also what names the unit only as one of a group: 各有关部门, 乡镇人民政府. Off unless asked for. */
      readonly collective: boolean;
    };

/** A chat's wish to be reminded. */
export interface Subscription {
  /** Short: letters and digits, at most 12. */
  readonly id: string;
  /** `<platform>:<chat>` */
  readonly chat: string;
  readonly scope: SubscriptionScope;
}

/** When a chat is left in peace, in minutes after midnight in China; `from` may be later than `to`, over midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}
