// What the test of the offline render calls in the page.
export { renderOffline } from "../core/offlineRender.ts";
export { Space } from "../../src/space/space.ts";
