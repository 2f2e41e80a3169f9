import { defineConfig, type Plugin } from "vite";

/**
 * Puts the script and the styles into the page: it then opens from a folder, where browsers refuse to load modules beside it.
 */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const page = bundle["explorer.html"];
      if (page?.type !== "asset") {
        throw new Error("explorer.html is not in the build");
      }

      let html = String(page.source);
      for (const [name, part] of Object.entries(bundle)) {
        if (part === page) {
          continue;
        }

        const source = part.type === "chunk" ? part.code : String(part.source);
        const pattern = part.type === "chunk"
          ? new RegExp(`<script[^>]*src="[^"]*${name}"[^>]*></script>`)
          : new RegExp(`<link[^>]*href="[^"]*${name}"[^>]*>`);
        // Neither may end its element. A script's `<\/` is the same string; styles have no `</`.
        const inline = part.type === "chunk"
          ? `<script type="module">${source.replaceAll("</", "<\\/")}</script>`
          : `<style>${source.replace(/\/\*\$vite\$.*?\*\//s, "").trim()}</style>`;
        if (!pattern.test(html)) {
          throw new Error(`${name} has no place in the page`);
        }

        // A function, because `$` has a meaning in a replacement text.
        html = html.replace(pattern, () => inline);
        delete bundle[name];
      }

      page.source = html;
    },
  };
}

export default defineConfig({
  base: "./",
  build: {
    target: "es2023",
    outDir: "obj/page",
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rolldownOptions: { input: "explorer.html" },
  },
  plugins: [oneFile()],
});
