import { Button, Content, Flex, FlexItem } from "@patternfly/react-core";
import { lazy, Suspense, useState } from "react";
import { Link, useParams } from "react-router";
import { type List, useList } from "../api/queries";
import { useAt } from "../app/at";
import { useMe } from "../app/session";
import { CommandForm } from "../ui/dialogs";
import { Nothing } from "../ui/Nothing";
import { ObjectTable } from "../ui/ObjectTable";
import { useFilters } from "../ui/useFilters";
import { fill, inSentence, type Kind } from "./kind";

// What narrows a list down can come after the list.
const Filters = lazy(() => import("../ui/Filters"));

interface Props<V> {
  kind: Kind<V>;
  /** How the list is headed: as a page of its own, or as a part of its owner's. */
  level?: "h1" | "h2";
}

/** All objects of a kind, with what filters them and what makes a new one. */
export function ListPage<V>({ kind, level = "h2" }: Props<V>) {
  const parameters = useParams();
  const { username: me } = useMe();
  const [at] = useAt();
  const filters = useFilters(kind.filters ?? []);
  const moment = kind.hasPast ? at : undefined;
  const list = useList<V>(fill(kind.path, parameters), { ...kind.query?.(parameters), ...filters, at: moment });
  const [isCreating, setCreating] = useState(false);
  const form = kind.create?.({ ...parameters, me });
  const create =
    at !== undefined ? undefined : kind.createPath ? (
      <Button
        component={(props) => <Link {...props} to={kind.createPath ?? ""} />}
      >{`Create ${inSentence(kind.one)}`}</Button>
    ) : (
      form && <Button onClick={() => setCreating(true)}>{form.title}</Button>
    );
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const isEmpty = !list.isLoading && !list.error && list.items.length === 0;
  return (
    <>
      <Flex className="studio-heading">
        <FlexItem>
          <Content component={level}>{kind.many}</Content>
        </FlexItem>
        <Flex align={{ default: "alignRight" }}>
          <Suspense>{(isFiltered || !isEmpty) && kind.filters && <Filters filters={kind.filters} />}</Suspense>
          {!isEmpty && create && <FlexItem>{create}</FlexItem>}
        </Flex>
      </Flex>
      {at !== undefined && !kind.hasPast && (
        <Content component="small">This list spans many histories, so it shows the present.</Content>
      )}
      <Body kind={kind} list={list} isEmpty={isEmpty} isFiltered={isFiltered} create={create} />
      <Suspense>{isCreating && form && <CommandForm form={form} onClose={() => setCreating(false)} />}</Suspense>
    </>
  );
}

interface BodyProps<V> {
  kind: Kind<V>;
  list: List<V>;
  isEmpty: boolean;
  isFiltered: boolean;
  create: React.ReactNode;
}

function Body<V>({ kind, list, isEmpty, isFiltered, create }: BodyProps<V>) {
  if (isEmpty && isFiltered) {
    return <Nothing title="Nothing matches">Change or remove a filter.</Nothing>;
  }
  if (isEmpty) {
    return (
      <Nothing title={`No ${inSentence(kind.many)}`} action={create}>
        {kind.explanation}
      </Nothing>
    );
  }
  return <ObjectTable label={kind.many} list={list} columns={kind.columns} keyOf={kind.keyOf} />;
}
