import type { RouteObject } from "react-router";
import { listPart, objectRoute } from "../routes";
import { sessionKind, tokenKind, userKind } from "./user";

/** A user's page, with tokens and sessions. */
export const userRoutes: RouteObject[] = [
  objectRoute(userKind, "user", [listPart(tokenKind), listPart(sessionKind)], true),
  objectRoute(tokenKind, "token"),
  objectRoute(sessionKind, "session"),
];
