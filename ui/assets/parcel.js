// A file that was made on the server, saved by this browser.
watch("value", () => {
  const parcel = element.querySelector("[data-bytes]");
  if (!parcel) return;
  const { name, kind, bytes } = parcel.dataset;
  const data = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([data], { type: kind }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
});
