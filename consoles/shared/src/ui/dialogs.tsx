import { lazy } from "react";

/** Dialogs come when somebody opens one, not with the first page. */
export const CommandForm = lazy(() => import("../forms/CommandForm"));
export const ConfirmDialog = lazy(() => import("./ConfirmDialog"));
export const SecretShown = lazy(() => import("../forms/SecretShown"));
