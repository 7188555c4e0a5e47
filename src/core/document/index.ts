export { addDays, addMonths, lastDayOfMonth, toCalendarDate } from "./calendar.ts";
export { DOCUMENT_NUMBER } from "./document-number.ts";
export { DUTY_FIELD, isDutyText } from "./duty-text.ts";
export type { Anomaly, CalendarDate, DocumentId, OfficialDocument, OutlineNode } from "./official-document.ts";
export { parseDocument } from "./parse-document.ts";
