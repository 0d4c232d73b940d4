import { Button, Content, Flex, FormSelect, FormSelectOption } from "@patternfly/react-core";
import { useState } from "react";
import { useList } from "../../api/queries";
import type { Image, Library } from "../../api/types";
import { DRAGGED } from "../../ui/Graph";

const LIMIT = 200;

/** What can be dragged onto the canvas; a click does the same. */
export function Palette({ onAdd }: { onAdd(part: string): void }) {
  const libraries = useList<Library>("/libraries", {}, LIMIT);
  const [chosen, setChosen] = useState<string>();
  const library = chosen ?? libraries.items.find(({ images }) => images > 0)?.name;
  const images = useList<Image>(`/libraries/${library}/images`, { state: "published" }, LIMIT, library !== undefined);
  const offered = images.items.filter(({ newest }) => newest);
  return (
    <Flex className="studio-palette" spaceItems={{ default: "spaceItemsSm" }} role="toolbar" aria-label="Palette">
      <Content component="small">Drag or click:</Content>
      <Piece part="ingress" title="Ingress" onAdd={onAdd} />
      <Piece part="egress" title="Egress" onAdd={onAdd} />
      {libraries.items.length > 1 && (
        <FormSelect aria-label="Library" value={library} onChange={(_, value) => setChosen(value)}>
          {libraries.items.map(({ name }) => (
            <FormSelectOption key={name} value={name} label={name} />
          ))}
        </FormSelect>
      )}
      {offered.map(({ library: publisher, name, newest }) => (
        <Piece key={name} part={`${publisher}/${name}@${newest}`} title={`${name} ${newest}`} onAdd={onAdd} />
      ))}
    </Flex>
  );
}

function Piece({ part, title, onAdd }: { part: string; title: string; onAdd(part: string): void }) {
  return (
    <Button
      variant="secondary"
      size="sm"
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, part)}
      onClick={() => onAdd(part)}
    >
      {title}
    </Button>
  );
}
