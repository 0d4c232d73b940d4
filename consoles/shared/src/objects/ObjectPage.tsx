import {
  Breadcrumb,
  BreadcrumbItem,
  Bullseye,
  Content,
  Flex,
  FlexItem,
  PageSection,
  Spinner,
  Tab,
  Tabs,
  TabTitleText,
} from "@patternfly/react-core";
import { Suspense } from "react";
import { Outlet, useHref, useLocation, useNavigate, useParams } from "react-router";
import { useObject } from "../api/queries";
import type { JsonObject } from "../api/types";
import { useAt, withAt } from "../app/at";
import { inWords } from "../ui/JsonFields";
import { ObjectLink } from "../ui/ObjectLink";
import { ProblemAlert } from "../ui/ProblemAlert";
import { StatusLabel } from "../ui/StatusLabel";
import { ActionMenu } from "./ActionMenu";
import { ConsoleButton } from "./ConsoleButton";
import { fill, type Kind, type ObjectTab } from "./kind";
import type { Shown } from "./shown";

/** The place of the part that is shown, which each tab controls. */
const PART = "part";

interface Props {
  kind: Kind;
  /** The parameter of the address that names the object. */
  parameter: string;
  tabs: readonly ObjectTab[];
}

/** The page of an object: where it is, how it does, what can be done, and its parts as tabs. */
export default function ObjectPage({ kind, parameter, tabs }: Props) {
  const parameters = useParams();
  const [at] = useAt();
  const item = parameters[parameter] ?? "";
  const parent = fill(kind.path, parameters);
  const path = `${parent}/${encodeURIComponent(item)}`;
  const object = useObject<JsonObject & { state?: string; revision: number }>(path, { at });
  const title = object.data ? (kind.titleOf ?? kind.keyOf)(object.data) : item;
  return (
    <>
      <PageSection hasBodyWrapper={false}>
        <Crumbs kind={kind} parent={parent} title={title} />
        <Flex className="studio-heading">
          <FlexItem>
            <Content component="h1">{title}</Content>
          </FlexItem>
          <FlexItem>{object.data?.state && <StatusLabel state={object.data.state} />}</FlexItem>
          <FlexItem align={{ default: "alignRight" }}>
            {object.data && at === undefined && kind.console?.isOffered(object.data) && (
              <ConsoleButton title={kind.console.title} path={path + kind.console.suffix} />
            )}{" "}
            {object.data && kind.actions && (
              <ActionMenu actions={kind.actions} value={object.data} path={path} parent={parent} />
            )}
          </FlexItem>
        </Flex>
        <ObjectTabs path={path} tabs={tabs} label={kind.one} />
      </PageSection>
      <PageSection hasBodyWrapper={false} isFilled id={PART}>
        {object.error && <ProblemAlert error={object.error} retry={() => void object.refetch()} />}
        {!object.data && !object.error && (
          <Bullseye>
            <Spinner aria-label="Loading" />
          </Bullseye>
        )}
        {object.data && (
          <Suspense fallback={<Spinner aria-label="Loading" />}>
            <Outlet
              context={{ value: object.data, path, historyPath: historyPath(kind, parameters, path) } satisfies Shown}
            />
          </Suspense>
        )}
      </PageSection>
    </>
  );
}

function historyPath(kind: Kind, parameters: Readonly<Record<string, string | undefined>>, path: string): string {
  if (kind.historyPath) {
    return fill(kind.historyPath, parameters);
  }
  return kind.historySegment ? path.replace(/[^/]+(\/[^/]+)$/, `${kind.historySegment}$1`) : path;
}

/** The lists above an object are where its path says. */
function Crumbs({ kind, parent, title }: { kind: Kind; parent: string; title: string }) {
  const segments = parent.split("/").slice(1);
  return (
    <Breadcrumb>
      {segments.map((segment, index) => (
        <BreadcrumbItem
          key={segments.slice(0, index + 1).join("/")}
          render={() => (
            <ObjectLink to={`/${segments.slice(0, index + 1).join("/")}`}>
              {index === segments.length - 1
                ? kind.many
                : index % 2 === 0
                  ? inWords(segment)
                  : decodeURIComponent(segment)}
            </ObjectLink>
          )}
        />
      ))}
      <BreadcrumbItem isActive>{title}</BreadcrumbItem>
    </Breadcrumb>
  );
}

interface TabsProps {
  path: string;
  tabs: readonly ObjectTab[];
  label: string;
}

/** The parts of the page; where the shown part is one of several of a part, those are below. */
function ObjectTabs({ path, tabs, label }: TabsProps) {
  const location = useLocation();
  const active = location.pathname.slice(path.length + 1).split("/")[0] ?? "";
  const above = tabs.find(({ segment }) => segment === active)?.below ?? active;
  const group = tabs.filter(({ segment, below }) => below === above || segment === above);
  return (
    <>
      <TabRow path={path} tabs={tabs.filter(({ below }) => !below)} active={above} label={`${label} parts`} />
      {group.length > 1 && <TabRow path={path} tabs={group} active={active} label={`Parts of ${above}`} isSubtab />}
    </>
  );
}

interface RowProps extends TabsProps {
  active: string;
  isSubtab?: boolean;
}

function TabRow({ path, tabs, active, label, isSubtab = false }: RowProps) {
  const navigate = useNavigate();
  const [at] = useAt();
  const base = useHref("/").replace(/\/$/, "");
  const to = (segment: string) => withAt(segment ? `${path}/${segment}` : path, at);
  return (
    <Tabs
      activeKey={active}
      component="nav"
      aria-label={label}
      isSubtab={isSubtab}
      onSelect={(event, segment) => {
        event.preventDefault();
        void navigate(to(String(segment)));
      }}
    >
      {tabs.map(({ segment, title }) => (
        <Tab
          key={segment}
          eventKey={segment}
          tabContentId={PART}
          href={base + to(segment)}
          title={<TabTitleText>{title}</TabTitleText>}
        />
      ))}
    </Tabs>
  );
}
