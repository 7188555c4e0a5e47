/** How long the audit log is kept at least: six months. The database itself refuses to remove younger rows. */
export const AUDIT_KEPT_DAYS = 183;
