import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const KEY = "studio.theme";
const DARK = "pf-v6-theme-dark";

const system = window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

function stored(): Theme {
  const value = localStorage.getItem(KEY);
  return value === "light" || value === "dark" ? value : "system";
}

function isDark(): boolean {
  const theme = stored();
  return theme === "dark" || (theme === "system" && system.matches);
}

function apply(): void {
  document.documentElement.classList.toggle(DARK, isDark());
  for (const listener of listeners) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Makes the page look as was chosen, and follow the system where nothing was. */
export function followTheme(): void {
  system.addEventListener("change", apply);
  apply();
}

/** How somebody wants it to look. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, stored);
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  apply();
}

/** Whether the page is dark now. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}
