import type { RouteObject } from "react-router";
import { listPart, listRoute, objectRoute } from "../routes";
import { imageKind, imageVersionKind, libraryKind, serviceKind } from "./library";

/** The libraries and all that they hold. */
export const libraryRoutes: RouteObject[] = [
  listRoute(libraryKind),
  objectRoute(libraryKind, "library", [listPart(imageKind), listPart(serviceKind)], true),
  objectRoute(imageKind, "image", [listPart(imageVersionKind)]),
  objectRoute(imageVersionKind, "version"),
  objectRoute(serviceKind, "service"),
];
