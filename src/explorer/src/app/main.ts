import "./explorer.css";

document.querySelector("#explorer")?.append("Loading the space…");
