export { type Article, articlesOf } from "./articles.ts";
export { addDays, addMonths, lastDayOfMonth, toCalendarDate, weekdayOf } from "./calendar.ts";
export { DOCUMENT_NUMBER } from "./document-number.ts";
export { DUTY_FIELD, isDutyText } from "./duty-text.ts";
export type { Anomaly, CalendarDate, DocumentId, OfficialDocument, OutlineNode } from "./official-document.ts";
export { parseDocument } from "./parse-document.ts";
export { isUnitKind } from "./table-columns.ts";
export { readTables, type TableReading } from "./table-reading.ts";
export { type TableField, type TableRow, textField } from "./table-row.ts";
