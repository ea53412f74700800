/* What a page is asked in the browser. Each answer is a list of what is wrong, empty where nothing is. */
({
  /* What sticks out of the width of the window, so that the whole page moves sideways. */
  wide() {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const out = [...document.body.querySelectorAll("*")].filter(
      (each) => each.checkVisibility() && each.getBoundingClientRect().right > room + 1 && !this.framed(each));
    return out.length ? out.slice(-5).map(this.told) : ["the page"];
  },
  /* Text that lies outside its box and is hidden there. A field that is typed in moves with the caret. */
  cut() {
    return [...document.body.querySelectorAll(":not(input)")].filter((each) => {
      const style = getComputedStyle(each);
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      return hides && style.clipPath === "none" && each.checkVisibility() && each.clientWidth && each.scrollWidth > each.clientWidth + 1;
    }).map(this.told);
  },
  /* What is pressed and lower than a thumb is wide, asked on a narrow page. A box to tick is pressed by its words too. */
  low() {
    const pressed = "button, input:not([type=hidden]), select, textarea, summary, nav a, .account a, .chips a, .actions a, .reset";
    return [...document.querySelectorAll(pressed)].filter((each) => {
      const words = ["checkbox", "radio"].includes(each.type) ? [...each.labels] : [];
      return each.checkVisibility() && Math.max(...[each, ...words].map((one) => one.getBoundingClientRect().height)) < 43.5;
    }).map(this.told);
  },
  /* On paper: what only a screen can use must be gone, and every table and text must stand there whole. */
  printed() {
    const useless = [...document.querySelectorAll("nav, .find, .filters, .skip, .account, .actions")].filter((each) => each.checkVisibility());
    const frames = [...document.querySelectorAll("main *")].filter((each) => {
      const style = getComputedStyle(each);
      const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
      return clips && each.checkVisibility() && style.clipPath === "none" &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
    });
    return [...useless, ...frames].map(this.told).concat(this.wide());
  },
  /* What a mouse can use and the keyboard cannot, or only out of turn. A heading may be where a script leads the keyboard. */
  unreachable() {
    const clickable = [...document.querySelectorAll("[onclick], [role=button], [role=link], [tabindex]:not(#main, h2)")];
    return [...this.stops(), ...clickable].filter((each) => each.checkVisibility() && each.tabIndex !== 0).map(this.told);
  },
  /* Where the keyboard may be without one seeing it. Asked after a key was pressed: the browser then shows where it is. */
  unseen() {
    return this.stops().filter((each) => {
      each.focus({ preventScroll: true });
      const style = getComputedStyle(each);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      return document.activeElement !== each || !outlined || each.getBoundingClientRect().right <= 0;
    }).map(this.told);
  },
  /* What the keyboard should come by, in its order. */
  stops() {
    const used = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']");
    return [...used].filter((each) => each.checkVisibility() && !each.disabled);
  },
  framed(each) {
    for (let box = each.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  },
  told(each) {
    return each.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  },
})
