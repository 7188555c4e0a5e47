import { describeCrashes } from "../e2e/crash-suite.ts";

describeCrashes(200);
