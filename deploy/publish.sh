#!/usr/bin/env bash
# 发布网站的一个版本：先整个复制好，再一次切换；读者看到的不是旧版本，就是新版本，没有中间状态。
#
#   publish.sh dist /srv/fazhi        发布 dist 里的版本
#   publish.sh --back /srv/fazhi      退回发布现在的版本之前在用的版本
#
# /srv/fazhi/current 指向现在的版本，nginx 只认它；/srv/fazhi/releases 里留最近几个版本（KEEP，默认 3）。
# 只用 Linux 自带的命令，不需要 Node，也不需要重启 nginx。
set -euo pipefail
export LC_ALL=C
unset CDPATH
umask 022

fail() { echo "publish.sh: $*" >&2; exit 1; }
[[ $# -eq 2 ]] || fail '用法：publish.sh dist /srv/fazhi，或 publish.sh --back /srv/fazhi'
from=$1
keep=${KEEP:-3}
[[ $keep =~ ^([2-9]|[1-9][0-9]{1,3})$ ]] || fail "KEEP 应是 2 到 9999 的整数，现在是“$keep”"
if [[ $from == --back ]]; then
  [[ -L $2/current ]] || fail "$2 里没有发布过的版本"
else
  for file in index.html 404.html sw.js; do
    [[ -f $from/$file ]] || fail "$from 里没有 $file，不是生成好的网站"
  done
  # 链接会把网站以外的文件带出去；名字里有换行的文件，清单里写不下。
  odd=$(find "$from/." ! -type f ! -type d -print -o -name $'*\n*' -print)
  [[ -z $odd ]] || fail "只能发布普通的文件和文件夹，名字里不能有换行；这些不是："$'\n'"$odd"
  [[ -L $2/current || ! -e $2/current ]] || fail "$2/current 不是 publish.sh 建的链接，请先移开"
  mkdir -p "$2/releases"
fi
site=$(cd "$2" && pwd)

# 同一时间只有一个发布。
exec 9>>"$site/.lock"
flock -n 9 || fail '另一个发布正在进行'
# 做到一半的都以 .incoming- 开头：这一次结束时删去，中途断掉的由下一次删。
clean() { rm -rf "$site/releases"/.incoming-*; }
trap clean EXIT
clean

# 只认自己起的名字：别的文件夹不算版本，也不动它。
releases() { find "$site/releases" -mindepth 1 -maxdepth 1 -type d -name '[0-9]*T*Z-*' -printf '%f\n' | sort; }
current() { [[ -L $site/current ]] && basename "$(readlink "$site/current")" || true; }
# 一个版本发布时在用的版本；已经删去的不算。
before() {
  local name
  name=$(cat "$site/releases/$1.before" 2>/dev/null || true)
  [[ -z $name || ! -d $site/releases/$name ]] || echo "$name"
}
# 要留的版本：现在的和可以依次退回的，还有最近发布的，读者可能正打开着它们的网页。
kept() {
  local name count=0
  name=$(current)
  { for (( ; count < keep; count++)); do
      [[ -n $name ]] || break
      echo "$name"
      name=$(before "$name")
    done
    releases | tail -n "$keep"
  } | sort -u
}
# rename(2) 一步替换：任何时刻 current 都指向一个完整的版本。
switch() {
  ln -sfnT "releases/$1" "$site/.next"
  mv -T "$site/.next" "$site/current"
  echo "现在的版本：$1"
}
# 文件名里带有内容摘要、可以长期缓存的文件（与 nginx/map.conf 相同）。
hashed() { grep -sE '^(_astro/|pagefind/(fragment|index|filter)/|pagefind/[^/]+\.pf_meta)' "$1" || true; }
# 已经打开的网页还会用到另一个版本的脚本和样式：把那个版本自己的带到这个版本里来，每个都先复制好再改名。
carry() {
  hashed "$site/releases/$1.files" | while IFS= read -r file; do
    [[ ! -e $2/$file ]] || continue
    mkdir -p "$2/$(dirname "$file")" &&
      cp -p "$site/releases/$1/$file" "$site/releases/.incoming-file" &&
      mv -T "$site/releases/.incoming-file" "$2/$file" || exit 1
  done
}

if [[ $from == --back ]]; then
  now=$(current)
  back=$(before "$now")
  [[ -n $back ]] || fail '没有更早的版本'
  carry "$now" "$site/releases/$back" ||
    echo 'publish.sh: 旧版本的脚本没有都带上（磁盘满了？），打开着的网页可能要重新载入' >&2
  switch "$back"
  exit
fi

incoming=$(mktemp -d "$site/releases/.incoming-XXXXXX")
chmod 755 "$incoming"
list() { (cd "$1" && find . -type f -printf '%P\n' | sort); }
sums() { (cd "$1" && tr '\n' '\0' < "$incoming.files" | xargs -0 sha256sum --); }

cp -R "$from/." "$incoming"
chmod -R u=rwX,go=rX "$incoming"
list "$incoming" > "$incoming.files"
sums=$(sums "$incoming")
[[ $(list "$from") == "$(cat "$incoming.files")" && $sums == "$(sums "$from")" ]] ||
  fail '复制出来的文件与原来的不同，没有发布'
name=$(date -u +%Y%m%dT%H%M%S.%3NZ)-$(printf '%s\n' "$sums" | sha256sum | cut -c1-12)
now=$(current)
if [[ $now == *-"${name#*-}" && -d $site/releases/$now ]]; then
  echo "已经是这个版本：$now"
  exit
fi

for old in $(kept); do carry "$old" "$incoming"; done
echo "$now" > "$incoming.before"
mv "$incoming.files" "$site/releases/$name.files"
mv "$incoming.before" "$site/releases/$name.before"
mv -T "$incoming" "$site/releases/$name"
switch "$name"

# 先改名再删：删到一半断掉的，不会再被当作一个版本。
kept=$(kept)
for old in $(releases); do
  grep -qxF "$old" <<< "$kept" || mv -T "$site/releases/$old" "$site/releases/.incoming-$old"
done
for file in "$site/releases"/[0-9]*T*Z-*.{files,before}; do
  [[ -d ${file%.*} ]] || rm -f "$file"
done
