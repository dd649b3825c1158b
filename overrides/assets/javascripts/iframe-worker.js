/*!
 * A web worker in a hidden frame, for pages opened from a folder (file:), where browsers allow no workers.
 * After iframe-worker 1.0.4, Copyright (c) 2020-2022 Martin Donath <martin.donath@squidfunk.com>, MIT
 * (assets/javascripts/iframe-worker.LICENSE.txt). Changed: the frame is filled without script in its text,
 * so that the page can forbid such script.
 */
"use strict";
if (location.protocol === "file:") {
  window.Worker = window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.title = "zoeken";
      document.body.append(frame);
      this.frame = frame;
      this.inside = frame.contentWindow;
      this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.inside.importScripts = (...urls) =>
        urls.reduce((before, one) => before.then(() => this.add(one)), Promise.resolve());
      this.ready = this.add(url);
    }

    add(url) {
      return new Promise((resolve, reject) => {
        const script = this.inside.document.createElement("script");
        script.src = url;
        script.onload = resolve;
        script.onerror = reject;
        this.inside.document.body.append(script);
      });
    }

    postMessage(data) {
      this.ready.then(() =>
        this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data: structuredClone(data) })),
      );
    }

    terminate() {
      this.frame.remove();
    }
  };
}
