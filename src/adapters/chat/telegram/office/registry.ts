import type { OfficeCommand } from "./command.ts";
import type { OfficePress } from "./press.ts";

/** All commands of the office, in the order of the menu. */
export const OFFICE_COMMANDS: readonly OfficeCommand[] = [];

/** All buttons of the office. */
export const OFFICE_PRESSES: readonly OfficePress[] = [];
