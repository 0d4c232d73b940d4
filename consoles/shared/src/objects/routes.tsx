import { PageSection } from "@patternfly/react-core";
import { lazy, type ReactNode } from "react";
import type { RouteObject } from "react-router";
import type { Kind, ObjectTab } from "./kind";
import { ListPage } from "./ListPage";
import { DiffPart, HistoryPart, RawPart, WhyPart } from "./parts";

const DetailsPart = lazy(() => import("./DetailsPart"));
const ObjectPage = lazy(() => import("./ObjectPage"));

/** A part of a page that not every kind of object has. */
export interface Part extends ObjectTab {
  element: ReactNode;
}

/** The page of a list. */
export function listRoute(kind: Kind): RouteObject {
  return {
    path: kind.path,
    element: (
      <PageSection hasBodyWrapper={false} isFilled>
        <ListPage kind={kind} level="h1" />
      </PageSection>
    ),
  };
}

/** The page of an object with its parts: those of its own, then what every object has. */
export function objectRoute(kind: Kind, parameter: string, parts: readonly Part[] = [], isRoot = false): RouteObject {
  const told: Part[] =
    kind.historySegment === false
      ? []
      : [
          { segment: "history", title: "History", element: <HistoryPart /> },
          ...(isRoot ? [{ segment: "diff", title: "Diff", element: <DiffPart /> }] : []),
          { segment: "why", title: "Why", element: <WhyPart /> },
        ];
  const first: Part[] = parts.some(({ segment }) => segment === "")
    ? []
    : [{ segment: "", title: "Details", element: <DetailsPart /> }];
  const all: Part[] = [...first, ...parts, ...told, { segment: "raw", title: "Raw", element: <RawPart /> }];
  return {
    path: `${kind.path}/:${parameter}`,
    element: <ObjectPage kind={kind} parameter={parameter} tabs={all} />,
    children: all.map(({ segment, element }) =>
      segment === "" ? { index: true, element } : { path: segment, element },
    ),
  };
}

/** The list of a kind as a part of its owner's page. */
export function listPart(kind: Kind, below?: string): Part {
  const segment = kind.path.slice(kind.path.lastIndexOf("/") + 1);
  return { segment, title: kind.many, element: <ListPage kind={kind} />, below };
}
