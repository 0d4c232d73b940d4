import { lazy } from "react";
import { useShown } from "./shown";

const DiffView = lazy(() => import("../ui/DiffView"));
const HistoryList = lazy(() => import("../ui/HistoryList"));
const RawView = lazy(() => import("../ui/RawView"));
const WhyList = lazy(() => import("../ui/WhyList"));

export function HistoryPart() {
  return <HistoryList path={useShown().historyPath} />;
}

export function WhyPart() {
  return <WhyList path={useShown().historyPath} />;
}

export function DiffPart() {
  return <DiffView path={useShown().path} />;
}

export function RawPart() {
  return <RawView value={useShown().value} />;
}
