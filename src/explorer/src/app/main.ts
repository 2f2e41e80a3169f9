import "./explorer.css";
import { Space } from "../space/space.ts";
import { Explorer } from "./explorer.ts";

const root = document.querySelector<HTMLElement>("#explorer");
if (root) {
  try {
    new Explorer(await Space.read((id) => document.getElementById(id)?.textContent ?? null), root);
    document.body.dataset["ready"] = "";
  } catch (error) {
    root.textContent = `This page cannot be shown. ${error instanceof Error ? error.message : String(error)}`;
    root.setAttribute("role", "alert");
  }
}
