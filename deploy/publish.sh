#!/usr/bin/env bash
# 发布网站的一个版本：先整个复制好，再一次切换；读者看到的不是旧版本，就是新版本，没有中间状态。
#
#   publish.sh dist /srv/fazhi        发布 dist 里的版本
#   publish.sh --back /srv/fazhi      退回上一个版本
#
# /srv/fazhi/current 指向现在的版本，nginx 只认它；/srv/fazhi/releases 里留最近几个版本（KEEP，默认 3）。
# 只用 Linux 自带的命令，不需要 Node，也不需要重启 nginx。
set -euo pipefail
export LC_ALL=C
umask 022

fail() { echo "publish.sh: $*" >&2; exit 1; }
[[ $# -eq 2 ]] || fail '用法：publish.sh dist /srv/fazhi，或 publish.sh --back /srv/fazhi'
from=$1
keep=${KEEP:-3}
[[ $keep =~ ^[1-9][0-9]*$ ]] || fail "KEEP 应是正整数，现在是“$keep”"
mkdir -p "$2/releases"
site=$(cd "$2" && pwd)

# 同一时间只有一个发布。
exec 9>"$site/.lock"
flock -n 9 || fail '另一个发布正在进行'

releases() { find "$site/releases" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*' -printf '%f\n' | sort; }
current() { [[ -L $site/current ]] && basename "$(readlink "$site/current")" || true; }
# rename(2) 一步替换：任何时刻 current 都指向一个完整的版本。
switch() {
  ln -sfn "releases/$1" "$site/.next"
  mv -T "$site/.next" "$site/current"
  echo "现在的版本：$1"
}
# 文件名里带有内容摘要、可以长期缓存的文件（与 nginx/map.conf 相同）。
hashed() { grep -E '^(_astro/|pagefind/(fragment|index|filter)/|pagefind/[^/]+\.pf_meta)' "$1" || true; }
# 已经打开的网页还会用到另一个版本的脚本和样式：把那个版本自己的带到这个版本里来。
carry() {
  hashed "$site/releases/$1.files" | while read -r file; do
    if [[ ! -e $2/$file ]]; then
      mkdir -p "$2/$(dirname "$file")"
      cp -p "$site/releases/$1/$file" "$2/$file"
    fi
  done
}

if [[ $from == --back ]]; then
  now=$(current)
  before=$(releases | awk -v now="$now" '$0 == now { exit } { last = $0 } END { print last }')
  [[ -n $now && -n $before ]] || fail '没有更早的版本'
  carry "$now" "$site/releases/$before"
  switch "$before"
  exit
fi

for file in index.html 404.html sw.js; do
  [[ -f $from/$file ]] || fail "$from 里没有 $file，不是生成好的网站"
done
rm -rf "$site/releases"/.incoming-*
incoming=$(mktemp -d "$site/releases/.incoming-XXXXXX")
trap 'rm -rf "$incoming" "$incoming.files"' EXIT
chmod 755 "$incoming"

cp -R "$from/." "$incoming"
chmod -R u=rwX,go=rX "$incoming"
(cd "$incoming" && find . -type f -printf '%P\n' | sort) > "$incoming.files"
sums=$(cd "$incoming" && tr '\n' '\0' < "$incoming.files" | xargs -0 sha256sum)
[[ $sums == "$(cd "$from" && tr '\n' '\0' < "$incoming.files" | xargs -0 sha256sum)" ]] || fail '复制出来的文件与原来的不同，没有发布'
name=$(date -u +%Y%m%dT%H%M%S.%3NZ)-$(sha256sum <<< "$sums" | cut -c1-12)
if [[ $(current) == *-"${name#*-}" ]]; then
  echo "已经是这个版本：$(current)"
  exit
fi

for old in $(releases | tail -n "$keep"); do carry "$old" "$incoming"; done
mv "$incoming.files" "$site/releases/$name.files"
mv -T "$incoming" "$site/releases/$name"
trap - EXIT
switch "$name"
for old in $(releases | head -n "-$keep"); do
  [[ $old == "$(current)" ]] || rm -rf "$site/releases/$old" "$site/releases/$old.files"
done
