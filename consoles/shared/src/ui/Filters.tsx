import { FlexItem, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import type { Filter } from "../objects/kind";

const PAUSE_MS = 300;

/** Lets somebody filter a list; the address carries what they chose. */
export default function Filters({ filters }: { filters: readonly Filter[] }) {
  const [parameters, setParameters] = useSearchParams();
  const set = (name: string, value: string) =>
    setParameters(
      (previous) => {
        const next = new URLSearchParams(previous);
        if (value) {
          next.set(name, value);
        } else {
          next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  return filters.map((filter) => (
    <FlexItem key={filter.name}>
      {filter.words ? (
        <FormSelect
          aria-label={filter.title}
          value={parameters.get(filter.name) ?? ""}
          onChange={(_, value) => set(filter.name, value)}
        >
          <FormSelectOption value="" label={`${filter.title}: any`} />
          {filter.words.map((word) => (
            <FormSelectOption key={word} value={word} label={word} />
          ))}
        </FormSelect>
      ) : (
        <TextFilter filter={filter} value={parameters.get(filter.name) ?? ""} onChange={set} />
      )}
    </FlexItem>
  ));
}

interface TextProps {
  filter: Filter;
  value: string;
  onChange(name: string, value: string): void;
}

/** A text takes effect when whoever writes it pauses. */
function TextFilter({ filter: { name, title }, value, onChange }: TextProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    if (draft === value) {
      return;
    }
    const timer = setTimeout(() => onChange(name, draft.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, value, name, onChange]);
  return (
    <TextInput
      type="search"
      aria-label={title}
      placeholder={title}
      value={draft}
      onChange={(_, text) => setDraft(text)}
    />
  );
}
