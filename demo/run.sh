#!/usr/bin/env bash
# Runs a scenario on this machine, step by step: './studio demo --help' says how. $root is the source tree.
set -euo pipefail

usage() {
    cat <<'HELP'
Usage: ./studio demo [--exit] [--slow] [--customers=N] [--data=DIR]
Runs the scenario "Customer Prem Software" on this machine, for real: starts Studio, a backbone of two routers and the sites of
a vendor's network, all as processes of their own, and shows each of the 15 steps with what was seen.

      --exit          End everything after the last step, instead of waiting for Ctrl-C.
      --slow          Wait for the return key after each step.
      --customers=N   How many customers there are (default: 2; from the third on they accept everything).
      --data=DIR      Where all of it is kept (default: ~/.studio/demo). What an earlier run left there is ended and deleted.
HELP
}

slow='' leave='' customers=2 data=$HOME/.studio/demo
for argument in "$@"; do
    case $argument in
        --exit) leave=yes ;;
        --slow) slow=yes ;;
        --customers=*) customers=${argument#*=} ;;
        --data=*) data=${argument#*=} ;;
        -h | --help) usage && exit ;;
        *) echo "studio: unknown option '$argument'; see: ./studio demo --help" >&2 && exit 2 ;;
    esac
done
[[ $customers =~ ^[0-9]+$ ]] && [ "$customers" -ge 2 ] && [ "$customers" -le 20 ] || {
    echo "studio: --customers must be 2 to 20" >&2
    exit 2
}

mkdir -p "$data"
data=$(cd "$data" && pwd -P)
work=$data/work sites=$data/sites
patience=${STUDIO_DEMO_PATIENCE:-120}
user_password=demo-$(od -An -N9 -tx1 /dev/urandom | tr -d ' \n')
files=''
export STUDIO_CONTEXTS=$data/contexts.json

# ---- saying what happens ------------------------------------------------------------------------------------------------------------

if [ -t 1 ]; then bold=$'\e[1m' dim=$'\e[2m' plain=$'\e[0m'; else bold='' dim='' plain=''; fi

say() { echo "  $*"; }

fail() {
    echo "studio: $*" >&2
    exit 1
}

# The product's own command, shown as a person would type it.
studio() {
    printf '  %s$ studio%s%s\n' "$dim" "$(printf ' %s' "$@")" "$plain" >&2
    quietly "$@"
}

quietly() {
    "$root/studio" "$@"
}

observe() {
    "$@" 2>&1 | sed 's/^/    /'
}

# Waits until what a command prints contains all those words.
eventually() {
    local what=$1 words=$2 seen='' word missing end=$((SECONDS + patience))
    shift 2
    while :; do
        seen=$("$@" 2>/dev/null || true)
        missing=''
        for word in $words; do
            [[ " $seen " == *"$word"* ]] || missing=$word
        done
        [ -n "$missing" ] || break
        [ $SECONDS -lt $end ] || fail "$what: after $patience s still no '$missing' in: $seen"
        sleep 0.5
    done
    say "$what: $(tr '\n' ' ' <<<"$seen" | cut -c1-160)"
}

# The names and states of a list, as "name state name state".
states() {
    quietly get "$@" | column STATE
}

column() {
    awk -v title="$1" 'NR == 1 { at = index($0, title); next } { split(substr($0, at), cell, " "); printf "%s %s ", $1, cell[1] }'
}

# ---- who speaks ---------------------------------------------------------------------------------------------------------------------

as_administrator() {
    quietly login --data "$data/studio" --context admin >/dev/null
}

as_user() {
    quietly login --url "$origin" --user nora --password-stdin --context nora >/dev/null <<<"$user_password"
}

# ---- what is seen at sites ----------------------------------------------------------------------------------------------------------

waiting() { quietly agent changes --waiting --dir "$sites/$1" | awk 'NR > 1 { print $1 }'; }

running() { quietly agent components --dir "$sites/$1" | column STATE; }

log() { quietly agent logs "$2" --tail 20 --dir "$sites/$1" | grep ' ordered; ' | tail -1; }

standing() { quietly get changes "$2" -n prem -o yaml | awk -v site="$1" '$0 ~ "site: *\"?" site "\"?$" { here = 1 } here && /standing:/ { print $2; exit }'; }

# Where headquarters lets people in to customers' monitoring: an address for each customer that has it.
ingresses() {
    quietly agent components --dir "$sites/hq" |
        awk '$1 == "dashboards" { for (i = 2; i <= NF; i++) if ($i ~ /^[0-9.]+:[0-9]+,?$/) { sub(",", "", $i); print $i } }'
}

# What a customer's monitoring says to whoever asks at headquarters.
ingress_of() {
    local address answer
    for address in $(ingresses); do
        answer=$(http_get "$address" /metrics | tr -d '\r' | grep "store=\"$1\"" || true)
        [ -z "$answer" ] || { echo "$answer at $address" && return; }
    done
    return 1
}

home_address() { sed 's|^http://||; s|/.*||' "$data/studio/data/appnet-home/sign-in-link"; }

# A connection of a site's programs, as the network's console reads it: signed in as whoever can read the home's file.
flows_of() {
    [ -s "$work/home-session" ] || sign_in_at_home
    http_get "$(home_address)" "/api/v1/networks/prem/flows?limit=20&site=$1" "Cookie: $(<"$work/home-session")" |
        grep -o '"service":"[^"]*","site":{"name":"[^"]*"' | head -1
}

sign_in_at_home() {
    local code host
    code=$(sed 's|.*code=|{"code":"|; s|$|"}|' "$data/studio/data/appnet-home/sign-in-link")
    host=$(home_address)
    exec 9<>"/dev/tcp/${host%:*}/${host##*:}"
    printf 'POST /api/v1/session HTTP/1.0\r\nHost: %s\r\nContent-Length: %d\r\n\r\n%s' "${host%:*}" ${#code} "$code" >&9
    timeout 10 cat <&9 | tr -d '\r' | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\);.*/\1/p' >"$work/home-session"
    exec 9>&-
}

# What the network's home has counted of a site's calls, as it tells whoever scrapes it.
traffic_of() {
    http_get "$(home_address)" /metrics | tr -d '\r' | grep "^studio_site_bytes_total.*network=\"prem\",site=\"$1\"" | awk '$2 > 0'
}

expect_no_ingress_of() {
    local address count=0
    for address in $(ingresses); do
        ! http_get "$address" /metrics | grep -q "store=\"$1\"" || fail "headquarters has an ingress for $1 at $address"
        count=$((count + 1))
    done
    [ $count -eq $((customers - 1)) ] || fail "headquarters has $count ingresses for $((customers - 1)) customers that have a monitor"
    say "headquarters has $count ingress(es): none for $1"
}

http_get() {
    local host=${1%:*} port=${1##*:}
    exec 9<>"/dev/tcp/$host/$port"
    printf 'GET %s HTTP/1.0\r\nHost: %s\r\n%b\r\n' "$2" "$host" "${3:+$3\r\n}" >&9
    timeout 10 cat <&9
    exec 9>&-
}

# ---- what the scenario needs --------------------------------------------------------------------------------------------------------

next_port=17000

# The first ports from there on that nobody listens on.
free_ports() {
    local count=1 first
    case $1 in *-member | dashboards) count=10 ;; esac
    first=$(<"$work/next-port")
    while is_taken "$first" $((first + count - 1)); do first=$((first + 10)); done
    echo $((first + 10)) >"$work/next-port"
    if [ $count -eq 1 ]; then echo "$first"; else echo "$first-$((first + count - 1))"; fi
}

is_taken() {
    local port
    for port in $(seq "$1" "$2"); do
        if (exec 8<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then return 0; fi
    done
    return 1
}

port_of() {
    case $1 in
        orders-db) echo 9092 ;;
        orders) echo 8080 ;;
        monitor) echo 9100 ;;
    esac
}

publish() {
    local image=$1
    shift
    studio publish image "$image" -p nora --version 1 --linux-url "http://127.0.0.1:$files/samples.tar.gz" \
        --linux-sha256 "$samples_digest" --linux-command "bin/$image" "$@"
}

link() {
    studio create service-link "$1" -n prem --service "nora/$1" \
        --members "endpoint=$2,role=$3" --members "endpoint=$4,role=$5"
}

# ---- from the beginning to the end --------------------------------------------------------------------------------------------------

end_sites() {
    local site
    for site in "$sites"/*/; do
        [ ! -d "$site" ] || quietly agent leave --dir "$site" >/dev/null 2>&1 || true
    done
}

clean_up() {
    local code=$?
    trap - EXIT
    echo
    say "ends all of it"
    end_sites
    quietly down --data "$data/studio" >/dev/null 2>&1 || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    exit $code
}

serve_samples() {
    local end=$((SECONDS + 30))
    "$jdk/bin/jwebserver" -b 127.0.0.1 -p 0 -d "$root/samples/target" -o none >"$work/files.log" 2>&1 &
    server=$!
    echo "$server" >"$work/files.pid"
    until files=$(sed -n 's#.*http://127.0.0.1:\([0-9]*\)/.*#\1#p' "$work/files.log" | head -1) && [ -n "$files" ]; do
        [ $SECONDS -lt $end ] || fail "the samples are not served: $(<"$work/files.log")"
        sleep 0.2
    done
    samples_digest=$(digest "$root/samples/target/samples.tar.gz")
}

digest() {
    if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1
}

# A run that was killed leaves its file server behind; a number that another program has by now is left alone.
end_server() {
    local left
    left=$(cat "$work/files.pid" 2>/dev/null) || return 0
    if ps -p "$left" -o args= 2>/dev/null | grep -q "samples/target"; then kill "$left"; fi
}

begin() {
    server=''
    end_server
    end_sites
    quietly reset --data "$data/studio" >/dev/null 2>&1 || true
    rm -rf "$work" "$sites" "$STUDIO_CONTEXTS"
    mkdir -p "$work" "$sites"
    echo $next_port >"$work/next-port"
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    echo "${bold}Studio starts, in $data${plain}"
    quietly up --data "$data/studio" --timeout 300 | tee "$work/up.log"
    origin=$(sed -n 's/.* is up: \(http.*\)/\1/p' "$work/up.log")
    serve_samples
    dashboards=$(free_ports dashboards)
    dashboards=${dashboards%-*}
    if command -v skrouterd >/dev/null; then
        say "routers: $(command -v skrouterd)"
    else
        say "routers: Studio's stand-in, which is for laptops and tests (skrouterd is not on the PATH)"
    fi
}

further_customers() {
    local i site
    for ((i = 2; i < customers; i++)); do
        site=customer-$(printf "\\$(printf '%03o' $((97 + i)))")
        studio create invitation "$site" -n prem --site-classes gold --instance-limit 1
        studio invite invitation "$site" -n prem --platform linux >"$work/$site.bundle"
        studio join "@$work/$site.bundle" --dir "$sites/$site" --name "$site" --accept all --detach
        eventually "what runs at $site" "monitor running till running" running "$site"
    done
}

# The links of networks and sites open a session once; whoever uses one finds the next one in the same file.
page() {
    case $1 in
        network:*) echo "$(<"$data/studio/data/appnet-home/sign-in-link"), then prem, ${1#network:}" ;;
        site:*) cat "$sites/${1#site:}/console.url" ;;
        *) echo "$origin/$1" ;;
    esac
}

sign_ins() {
    say "user console           $origin/           nora, password $user_password"
    say "administrator console  $origin/admin/     admin, password in $data/studio/data/command-service/admin-password"
    say "network console        from a network's page in the user console, or ./studio console prem, or by the link in"
    say "                       $data/studio/data/appnet-home/sign-in-link"
    say "site consoles          each by the link in $sites/SITE/console.url"
}

run_step() {
    local number=$1 begun=$SECONDS
    echo
    echo "${bold}Step $number. ${scenario[$number]}${plain}"
    "step_$number"
    took[number]=$((SECONDS - begun))
    say "${dim}took ${took[number]} s${plain}"
    say "in a browser: $(page "${pages[number]}")"
    if [ -n "$slow" ]; then read -r -p "  press return to go on "; fi
}

finish() {
    local number
    echo
    echo "${bold}All ${#scenario[@]} steps, from 0 to $((${#scenario[@]} - 1)), were seen to work in $((SECONDS - first)) s.${plain}"
    for number in "${!scenario[@]}"; do
        printf '  %2d  %3d s  %s\n' "$number" "${took[number]}" "${scenario[number]}"
    done
    echo
    sign_ins
    for site in "$sites"/*/; do
        [ ! -e "$site/console.url" ] || say "site console           $(<"$site/console.url") ($(basename "$site"))"
    done
    say "command line           STUDIO_CONTEXTS=$STUDIO_CONTEXTS ./studio get sites -n prem"
}

took=()
. "$root/demo/customer-prem-software.sh"
begin
sign_ins
first=$SECONDS
for number in "${!scenario[@]}"; do
    run_step "$number"
    [ "$number" -ne 13 ] || further_customers
done
finish
[ -z "$leave" ] || exit 0
say "Ctrl-C ends all of it."
while :; do sleep 3600 & wait $!; done
