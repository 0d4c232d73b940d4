import { lazy } from "react";
import type { RouteObject } from "react-router";
import { certificateKind } from "../certificate/certificate";
import { ListPage } from "../ListPage";
import { listPart, objectRoute, type Part } from "../routes";
import { egressKind, ingressKind, processKind } from "./composition";
import { attachmentKind, changeKind, deploymentKind, standingKind } from "./deployment";
import { edgeLinkKind, invitationKind } from "./invitation";
import { joinedKind, memberSiteKind } from "./memberSite";
import { networkKind } from "./network";
import { serviceLinkKind } from "./serviceLink";
import { siteClassKind } from "./siteClass";

const Canvas = lazy(() => import("./Canvas"));
const EndpointWhy = lazy(() => import("./EndpointWhy"));
const PlanPart = lazy(() => import("./PlanPart"));

const networkCertificateKind = certificateKind("/networks/:network", true);

/** The parts that a network's page has besides those of every object. */
const PARTS: readonly Part[] = [
  listPart(memberSiteKind),
  listPart(invitationKind),
  listPart(siteClassKind),
  { segment: "composition", title: "Composition", element: <Canvas /> },
  listPart(processKind, "composition"),
  listPart(ingressKind, "composition"),
  listPart(egressKind, "composition"),
  listPart(serviceLinkKind, "composition"),
  listPart(changeKind),
  listPart(deploymentKind, "changes"),
  listPart(attachmentKind),
  listPart(networkCertificateKind, "attachments"),
];

/** A network's page and those of all that it holds. */
export const networkRoutes: RouteObject[] = [
  (() => {
    const route = objectRoute(networkKind, "network", PARTS, true);
    route.children?.push({ path: "changes/:endpoint", element: <ListPage kind={standingKind} /> });
    return route;
  })(),
  objectRoute(memberSiteKind, "site", [
    { segment: "plan", title: "Plan", element: <PlanPart /> },
    { segment: "endpoints", title: "Endpoints", element: <EndpointWhy /> },
  ]),
  objectRoute(invitationKind, "invitation", [
    { segment: "joined", title: "Joined", element: <ListPage kind={joinedKind} /> },
    listPart(edgeLinkKind),
  ]),
  objectRoute(siteClassKind, "siteClass"),
  objectRoute(processKind, "endpoint"),
  objectRoute(ingressKind, "endpoint"),
  objectRoute(egressKind, "endpoint"),
  objectRoute(serviceLinkKind, "link"),
  objectRoute(deploymentKind, "deployment"),
  objectRoute(attachmentKind, "attachment"),
  objectRoute(networkCertificateKind, "certificate"),
];
