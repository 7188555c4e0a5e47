export { addDays, addMonths, DATE_NUMBER, lastDayOfMonth, parseDate, toCalendarDate } from "./calendar.ts";
export { DOCUMENT_NUMBER } from "./document-number.ts";
export { DUTY_FIELD } from "./duty-text.ts";
export type {
  Anomaly,
  AnomalyKind,
  CalendarDate,
  DocumentHeader,
  DocumentId,
  DocumentKind,
  DocumentNumber,
  OfficialDocument,
  OutlineNode,
  OutlineNodeKind,
} from "./official-document.ts";
export { type DocumentFacts, parseDocument } from "./parse-document.ts";
