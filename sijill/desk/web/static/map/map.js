// The map of events.
import { fetched, frame, told } from "./frame.js";
import { Signs, sitesOf } from "./signs.js";

const element = document.getElementById("map");

async function start() {
  const sites = sitesOf(await fetched(element.dataset.events));
  await frame(element, sites, new Signs(element.querySelector("svg"), element.querySelector(".tip"), sites));
}

start().catch((fault) => told(element, fault));
