#!/bin/sh
# Sends a signed order with curl and openssl.
#
#   CPS_WEB_APP=https://script.google.com/macros/s/.../exec CPS_SECRET=whsec_... sh examples/curl.sh order.json
#
# -L follows the redirect to the answer. Don't add -X POST: the redirect must become a GET.
set -eu
: "${CPS_WEB_APP:?the address of the web app, ending in /exec}" "${CPS_SECRET:?the secret, whsec_...}"
file=${1:?the file with the order}

# The id of the order: keep it for every retry. The timestamp and the signature are valid for five minutes.
id=${CPS_ID:-order-$(date +%s)-$$}
timestamp=${CPS_NOW:-$(date +%s)}
key=$(printf '%s' "${CPS_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
signature=$({ printf '%s.%s.' "$id" "$timestamp"; cat "$file"; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)

encode() { printf '%s' "$1" | sed -e 's/%/%25/g' -e 's/+/%2B/g' -e 's/\//%2F/g' -e 's/=/%3D/g' -e 's/,/%2C/g' -e 's/ /%20/g'; }
curl -sSL -H 'Content-Type: application/json' --data-binary "@$file" \
  "$CPS_WEB_APP?webhook-id=$(encode "$id")&webhook-timestamp=$timestamp&webhook-signature=$(encode "v1,$signature")"
echo
