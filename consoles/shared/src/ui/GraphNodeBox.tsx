import { Handle, type NodeProps, Position } from "@xyflow/react";
import { StatusLabel } from "./StatusLabel";

/** A thing in a graph. */
export interface GraphNode {
  id: string;
  kind: string;
  title: string;
  detail?: string | undefined;
  state?: string | undefined;
}

/** Draws a thing: what it is, its name, and how it does. */
export function GraphNodeBox({ data, isConnectable, selected }: NodeProps) {
  const { kind, title, detail, state } = data as unknown as GraphNode;
  return (
    <div className={selected ? "studio-node studio-node--selected" : "studio-node"}>
      <Handle type="target" position={Position.Left} isConnectable={isConnectable} />
      <small>{kind}</small>
      <strong>{title}</strong>
      {detail && <small>{detail}</small>}
      {state && <StatusLabel state={state} />}
      <Handle type="source" position={Position.Right} isConnectable={isConnectable} />
    </div>
  );
}
