import { backboneAttachmentKind, backboneKind } from "@studio/shared/objects/backbone/backbone.tsx";
import { accessPointKind, interiorSiteKind, linkKind } from "@studio/shared/objects/backbone/interior.tsx";
import { certificateKind } from "@studio/shared/objects/certificate/certificate.tsx";
import { libraryRoutes } from "@studio/shared/objects/library/libraryRoutes.tsx";
import { networkKind } from "@studio/shared/objects/network/network.tsx";
import { networkRoutes } from "@studio/shared/objects/network/networkRoutes.tsx";
import { listPart, listRoute, objectRoute } from "@studio/shared/objects/routes.tsx";
import { userKind } from "@studio/shared/objects/user/user.tsx";
import { userRoutes } from "@studio/shared/objects/user/userRoutes.tsx";
import { lazy } from "react";
import { Navigate, type RouteObject } from "react-router";

const AuditPage = lazy(() => import("./audit/AuditPage.tsx"));
const CertificatesPage = lazy(() => import("./certificates/CertificatesPage.tsx"));
const TablesPage = lazy(() => import("./tables/TablesPage.tsx"));
const Topology = lazy(() => import("./backbone/Topology.tsx"));

const backboneCertificateKind = certificateKind("/backbones/:backbone", true);
const authorityCertificateKind = certificateKind("/authority", false);

/** Networks are made in the user console. */
const listedNetworkKind = { ...networkKind, createPath: undefined };

/** All pages but the first. */
export const others: RouteObject[] = [
  listRoute(backboneKind),
  objectRoute(
    backboneKind,
    "backbone",
    [
      { segment: "topology", title: "Topology", element: <Topology /> },
      listPart(interiorSiteKind),
      listPart(accessPointKind),
      listPart(linkKind),
      listPart(backboneAttachmentKind),
      listPart(backboneCertificateKind),
    ],
    true,
  ),
  objectRoute(interiorSiteKind, "site"),
  objectRoute(accessPointKind, "accessPoint"),
  objectRoute(linkKind, "link"),
  objectRoute(backboneCertificateKind, "certificate"),
  objectRoute(authorityCertificateKind, "certificate"),
  listRoute(listedNetworkKind),
  ...networkRoutes,
  listRoute(userKind),
  ...userRoutes,
  ...libraryRoutes,
  { path: "/certificates", element: <CertificatesPage /> },
  { path: "/authority/certificates", element: <Navigate to="/certificates" replace /> },
  { path: "/tables", element: <TablesPage /> },
  { path: "/audit", element: <AuditPage /> },
];
