/// <reference lib="webworker" />
// 撤下网站的离线版本：用这个文件代替原来的 sw.js（地址不变），读者的浏览器下次打开网站时取到它，
// 就删去保存的各个版本，并且不再保存；之后打开的网页都来自服务器。用法见 deploy/README.md。
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const { scope } = worker.registration;

worker.addEventListener('install', (event) => {
  event.waitUntil(remove());
});

async function remove() {
  await deleteCaches();
  // 打开着的网页可能正好在读写，再删一次。
  await new Promise((later) => setTimeout(later, 1000));
  await deleteCaches();
  // 不能在这里等它：浏览器装完这个文件才会注销。
  void worker.registration.unregister();
}

async function deleteCaches() {
  const others = [`state ${scope}`, `workbox-precache-v2-${scope}`];
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(`kept ${scope} `) || others.includes(name),
  );
  await Promise.all(names.map((name) => caches.delete(name)));
}
