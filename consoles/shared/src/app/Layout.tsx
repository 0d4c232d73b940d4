import {
  Bullseye,
  Flex,
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  Nav,
  NavItem,
  NavList,
  Page,
  PageSidebar,
  PageSidebarBody,
  PageToggleButton,
  SkipToContent,
  Spinner,
} from "@patternfly/react-core";
import BarsIcon from "@patternfly/react-icons/dist/esm/icons/bars-icon";
import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { NavLink, Outlet, useLocation } from "react-router";
import { useAt, withAt } from "./at";

const CONTENT = "content";

/** A way into a part of the console. */
export interface Place {
  to: string;
  title: string;
  /** What is below it has ways of its own. */
  isExact?: boolean;
}

interface Props {
  title: string;
  places: readonly Place[];
  /** What is at the end of the masthead. */
  tools: ReactNode;
  /** What is said over every page. */
  banner?: ReactNode;
}

/** What is around every page: the name, the ways, and tools. */
export function Layout({ title, places, tools, banner }: Props) {
  const location = useLocation();
  useTitle(title, location.pathname);
  // What is here can be used from now on; a mark of the browser's own tools.
  useEffect(() => void performance.mark("interactive"), []);
  return (
    <Page
      masthead={
        <Masthead>
          <MastheadMain>
            <MastheadToggle>
              <PageToggleButton variant="plain" aria-label="Navigation" isHamburgerButton>
                <BarsIcon />
              </PageToggleButton>
            </MastheadToggle>
            <MastheadBrand>
              <MastheadLogo component="span" className="studio-brand">
                {title}
              </MastheadLogo>
            </MastheadBrand>
          </MastheadMain>
          <MastheadContent>
            <Flex className="studio-tools" spaceItems={{ default: "spaceItemsSm" }}>
              <Suspense>{tools}</Suspense>
            </Flex>
          </MastheadContent>
        </Masthead>
      }
      sidebar={<Sidebar places={places} />}
      isManagedSidebar
      skipToContent={<SkipToContent href={`#${CONTENT}`}>Skip to content</SkipToContent>}
      mainContainerId={CONTENT}
    >
      {banner}
      <Suspense
        fallback={
          <Bullseye>
            <Spinner aria-label="Loading" />
          </Bullseye>
        }
      >
        <Outlet />
      </Suspense>
    </Page>
  );
}

function Sidebar({ places }: { places: readonly Place[] }) {
  const [at] = useAt();
  const { pathname } = useLocation();
  return (
    <PageSidebar>
      <PageSidebarBody>
        <Nav aria-label="Console">
          <NavList>
            {places.map(({ to, title, isExact = to === "/" }) => {
              const isActive = pathname === to || (!isExact && pathname.startsWith(`${to}/`));
              return (
                <NavItem key={to} isActive={isActive}>
                  <NavLink to={withAt(to, at)} end={isExact}>
                    {title}
                  </NavLink>
                </NavItem>
              );
            })}
          </NavList>
        </Nav>
      </PageSidebarBody>
    </PageSidebar>
  );
}

/** The window's title says where one is; a new page begins at its top, also for who hears it. */
function useTitle(title: string, pathname: string) {
  const previous = useRef(pathname);
  useEffect(() => {
    const place = pathname.split("/").filter(Boolean).map(decodeURIComponent).reverse().join(" · ");
    document.title = place ? `${place} · ${title}` : title;
    if (previous.current !== pathname) {
      previous.current = pathname;
      document.getElementById(CONTENT)?.scrollTo({ top: 0 });
    }
  }, [title, pathname]);
}
