import { lazy } from "react";

// A menu can come after the page that it is on.
export const UserMenu = lazy(async () => ({ default: (await import("./UserMenu")).UserMenu }));
export const ToolMenu = lazy(async () => ({ default: (await import("./UserMenu")).ToolMenu }));
