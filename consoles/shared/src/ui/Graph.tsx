import "@xyflow/react/dist/style.css";
import { graphlib, layout } from "@dagrejs/dagre";
import {
  Background,
  type Connection,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  type NodeTypes,
  ReactFlow,
  useEdgesState,
  useNodesInitialized,
  useNodesState,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { type DragEvent, useCallback, useEffect, useRef } from "react";
import { useDark } from "../app/theme";
import { type GraphNode, GraphNodeBox } from "./GraphNodeBox";

const NODE_WIDTH_PX = 210;
const NODE_HEIGHT_PX = 84;
const NODE_TYPES: NodeTypes = { box: GraphNodeBox };

/** What leads from one thing to another. */
export interface GraphEdge {
  id: string;
  from: string;
  to: string;
  label: string;
  look: "good" | "bad" | "unknown";
}

interface Props {
  label: string;
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  selected: string | undefined;
  onSelect(id: string | undefined): void;
  onConnect?(from: string, to: string): void;
  isConnectable?(from: string, to: string): boolean;
  onDrop?(data: string): void;
}

const COLORS: Readonly<Record<GraphEdge["look"], string>> = {
  good: "var(--pf-t--global--color--status--success--default)",
  bad: "var(--pf-t--global--color--status--danger--default)",
  unknown: "var(--pf-t--global--icon--color--subtle)",
};

/** The type of what somebody drags onto a graph. */
export const DRAGGED = "application/x-studio-part";

/** Lays things out from left to right along what leads from one to the other. */
function arranged(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): Node[] {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 30, ranksep: 110 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) {
    graph.setNode(id, { width: NODE_WIDTH_PX, height: NODE_HEIGHT_PX });
  }
  for (const { from, to } of edges) {
    graph.setEdge(from, to);
  }
  layout(graph);
  return nodes.map((node) => {
    const { x, y } = graph.node(node.id) as { x: number; y: number };
    return {
      id: node.id,
      type: "box",
      position: { x: x - NODE_WIDTH_PX / 2, y: y - NODE_HEIGHT_PX / 2 },
      data: { ...node },
      ariaLabel: `${node.kind} ${node.title}`,
    };
  });
}

function drawn(edges: readonly GraphEdge[]): Edge[] {
  return edges.map(({ id, from, to, label, look }) => ({
    id,
    source: from,
    target: to,
    label,
    ariaLabel: `${label}, from ${from} to ${to}`,
    markerEnd: { type: MarkerType.ArrowClosed, color: COLORS[look] },
    style: { stroke: COLORS[look], strokeWidth: 2 },
  }));
}

const FIT = { maxZoom: 1 };

/** Shows all of it again whenever there is more to show or another place to show it in, until somebody looks at a part. */
function Fit({ content, isFree }: { content: string; isFree: () => boolean }) {
  const { fitView } = useReactFlow();
  const isMeasured = useNodesInitialized();
  const size = useStore(({ width, height }) => `${width} ${height}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it follows are content, measure and size
  useEffect(() => {
    const timer = setTimeout(() => isFree() && void fitView(FIT));
    return () => clearTimeout(timer);
  }, [content, isMeasured, size, fitView, isFree]);
  return null;
}

/** A graph that can be moved, zoomed and used by keyboard. */
export default function Graph({ label, nodes, edges, selected, onSelect, onConnect, isConnectable, onDrop }: Props) {
  const dark = useDark();
  const moved = useRef(new Set<string>());
  const looksAtPart = useRef(false);
  const isFree = useCallback(() => !looksAtPart.current, []);
  const [placed, setPlaced, onNodesChange] = useNodesState<Node>([]);
  const [lines, setLines, onEdgesChange] = useEdgesState<Edge>([]);
  useEffect(() => {
    setLines(drawn(edges));
    setPlaced((before) => {
      // What somebody moved stays where they put it.
      const positions = new Map(before.map((node) => [node.id, node.position]));
      return arranged(nodes, edges).map((node) => ({
        ...node,
        position: (moved.current.has(node.id) && positions.get(node.id)) || node.position,
        selected: node.id === selected,
      }));
    });
  }, [nodes, edges, selected, setPlaced, setLines]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const data = event.dataTransfer.getData(DRAGGED);
    if (data) {
      onDrop?.(data);
    }
  };
  return (
    <section className="studio-canvas" aria-label={label} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <ReactFlow
        colorMode={dark ? "dark" : "light"}
        nodes={placed}
        edges={lines}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={(_, node) => moved.current.add(node.id)}
        onMoveStart={(event) => {
          looksAtPart.current ||= event !== null;
        }}
        onNodeClick={(_, node) => onSelect(node.id)}
        onPaneClick={() => onSelect(undefined)}
        onSelectionChange={({ nodes: [node] }) => node && node.id !== selected && onSelect(node.id)}
        onConnect={(connection: Connection) => onConnect?.(connection.source, connection.target)}
        isValidConnection={({ source, target }) => isConnectable?.(source, target) ?? false}
        nodesConnectable={onConnect !== undefined}
        deleteKeyCode={null}
        fitView
        fitViewOptions={FIT}
        minZoom={0.1}
      >
        <Fit content={`${nodes.map(({ id }) => id)} ${edges.map(({ id }) => id)}`} isFree={isFree} />
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}
