// Generated from schema/ by `npx projen schema`. Do not edit.
import type { Expression } from '.';
import * as cel from '../cel/library';

/** The CEL expressions of the CRDs, each as a function; null for those that compare an object with what it was before. */
export const EXPRESSIONS: Readonly<Record<string, Expression | null>> = {
  "(has(self.selector) ? 1 : 0) + (has(self.targetRef) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(cel.addInt(((self.selector != null) ? 1 : 0), ((self.targetRef != null) ? 1 : 0)), ((self.targetRefs != null) ? 1 : 0)) <= 1),
  "(has(self.serviceAccounts) || has(self.notServiceAccounts)) ? (!has(self.principals) &&\n!has(self.notPrincipals) && !has(self.namespaces) && !has(self.notNamespaces)) : true":
    (self: any) => (((self.serviceAccounts != null) || (self.notServiceAccounts != null)) ? (((!(self.principals != null) && !(self.notPrincipals != null)) && !(self.namespaces != null)) && !(self.notNamespaces != null)) : true),
  "self.all(key, !key.contains(\"*\"))":
    (self: any) => cel.all(self, (key_1: any) => !key_1.includes("*")),
  "self.all(key, key.size() != 0)":
    (self: any) => cel.all(self, (key_1: any) => (cel.size(key_1) !== 0)),
  "!self.contains(\"*\")":
    (self: any) => !self.includes("*"),
  "self.size() == 0":
    (self: any) => (cel.size(self) === 0),
  "duration(self) >= duration('1ms')":
    (self: any) => (cel.duration(self) >= 1000000n),
  "(has(self.workloadSelector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(((self.workloadSelector != null) ? 1 : 0), ((self.targetRefs != null) ? 1 : 0)) <= 1),
  "has(self.context) ? ((self.context == \"WAYPOINT\") ? has(self.waypoint) : !has(self.waypoint)) : !has(self.waypoint)":
    (self: any) => ((self.context != null) ? ((cel.field(self, "context") === "WAYPOINT") ? (self.waypoint != null) : !(self.waypoint != null)) : !(self.waypoint != null)),
  "0 < self && self <= 65535":
    (self: any) => ((0 < self) && (self <= 65535)),
  "(has(self.tlsCertificates) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(((self.tlsCertificates != null) ? 1 : 0), ((self.credentialNames != null) ? 1 : 0)) <= 1),
  "(has(self.credentialName) ? 1 : 0) + (has(self.credentialNames) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(((self.credentialName != null) ? 1 : 0), ((self.credentialNames != null) ? 1 : 0)) <= 1),
  "(has(self.credentialNames) ? 1 : 0) + (has(self.tlsCertificates) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(((self.credentialNames != null) ? 1 : 0), ((self.tlsCertificates != null) ? 1 : 0)) <= 1),
  "has(self.portLevelMtls) ? (((has(self.selector) && has(self.selector.matchLabels)) ? self.selector.matchLabels : {}).size() > 0) : true":
    (self: any) => ((self.portLevelMtls != null) ? (cel.size((((self.selector != null) && (cel.field(self, "selector").matchLabels != null)) ? cel.field(cel.field(self, "selector"), "matchLabels") : cel.mapOf())) > 0) : true),
  "self.all(key, 0 < int(key) && int(key) <= 65535)":
    (self: any) => cel.all(self, (key_1: any) => cel.and(() => (0 < cel.toInt(key_1)), () => (cel.toInt(key_1) <= 65535))),
  "(has(self.jwksUri) ? 1 : 0) + (has(self.jwks_uri) ? 1 : 0) + (has(self.jwks) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(cel.addInt(((self.jwksUri != null) ? 1 : 0), ((self.jwks_uri != null) ? 1 : 0)), ((self.jwks != null) ? 1 : 0)) <= 1),
  "url(self).getScheme() in [\"http\", \"https\"]":
    (self: any) => cel.isIn(cel.url(self).scheme, ["http", "https"]),
  "(has(self.workloadSelector) ? 1 : 0) + (has(self.endpoints) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(((self.workloadSelector != null) ? 1 : 0), ((self.endpoints != null) ? 1 : 0)) <= 1),
  "!((has(self.addresses) ? self.addresses : []).exists(k, k.contains(\"/\")) && !((has(self.resolution) ? self.resolution : \"NONE\") in [\"STATIC\", \"NONE\"]))":
    (self: any) => !cel.and(() => cel.exists(((self.addresses != null) ? cel.field(self, "addresses") : []), (k_1: any) => k_1.includes("/")), () => !cel.isIn(((self.resolution != null) ? cel.field(self, "resolution") : "NONE"), ["STATIC", "NONE"])),
  "((has(self.resolution) ? self.resolution : \"NONE\") == \"NONE\") ? !has(self.endpoints) : true":
    (self: any) => ((((self.resolution != null) ? cel.field(self, "resolution") : "NONE") === "NONE") ? !(self.endpoints != null) : true),
  "((has(self.resolution) ? self.resolution : \"\") == \"DNS_ROUND_ROBIN\") ? ((has(self.endpoints) ? self.endpoints : []).size() <= 1) : true":
    (self: any) => ((((self.resolution != null) ? cel.field(self, "resolution") : "") === "DNS_ROUND_ROBIN") ? (cel.size(((self.endpoints != null) ? cel.field(self, "endpoints") : [])) <= 1) : true),
  "has(self.address) || has(self.network)":
    (self: any) => ((self.address != null) || (self.network != null)),
  "(has(self.address) ? self.address : \"\").startsWith(\"unix://\") ? !has(self.ports) : true":
    (self: any) => (((self.address != null) ? cel.field(self, "address") : "").startsWith("unix://") ? !(self.ports != null) : true),
  "self.startsWith(\"unix://\") ? (self.substring(7, 8) == \"/\" || self.substring(7, 8) == \"@\") : true":
    (self: any) => (self.startsWith("unix://") ? cel.or(() => (cel.substring(self, 7, 8) === "/"), () => (cel.substring(self, 7, 8) === "@")) : true),
  "self.startsWith(\"unix://\") ? !self.endsWith(\"/\") : true":
    (self: any) => (self.startsWith("unix://") ? !self.endsWith("/") : true),
  "self.all(key, size(key) < 63 && key.matches(\"^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$\"))":
    (self: any) => cel.all(self, (key_1: any) => ((cel.size(key_1) < 63) && cel.matches(key_1, "^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$"))),
  "self != \"*\"":
    (self: any) => (self !== "*"),
  "self.all(l1, self.exists_one(l2, l1.number == l2.number))":
    (self: any) => cel.all(self, (l1_1: any) => cel.existsOne(self, (l2_2: any) => (cel.field(l1_1, "number") === cel.field(l2_2, "number")))),
  "((has(self.operation) ? self.operation : \"\") == \"UPSERT\") ? (self.value != \"\") : true":
    (self: any) => ((((self.operation != null) ? cel.field(self, "operation") : "") === "UPSERT") ? (cel.field(self, "value") !== "") : true),
  "((has(self.operation) ? self.operation : \"\") == \"REMOVE\") ? !has(self.value) : true":
    (self: any) => ((((self.operation != null) ? cel.field(self, "operation") : "") === "REMOVE") ? !(self.value != null) : true),
  "(has(self.selector) ? 1 : 0) + (has(self.targetRefs) ? 1 : 0) <= 1":
    (self: any) => (cel.addInt(((self.selector != null) ? 1 : 0), ((self.targetRefs != null) ? 1 : 0)) <= 1),
  "has(self.wasm) != has(self.lua)":
    (self: any) => ((self.wasm != null) !== (self.lua != null)),
  "isURL(self) ? (url(self).getScheme() in [\"\", \"http\", \"https\", \"file\", \"oci\"]) : (isURL(\"http://\" + self) &&\nurl(\"http://\" + self).getScheme() in [\"\", \"http\", \"https\", \"file\", \"oci\"])":
    (self: any) => (cel.isURL(self) ? cel.isIn(cel.url(self).scheme, ["", "http", "https", "file", "oci"]) : (cel.isURL(("http://" + self)) && cel.isIn(cel.url(("http://" + self)).scheme, ["", "http", "https", "file", "oci"]))),
  "(has(self.valueFrom) ? self.valueFrom : \"\") != \"HOST\" || !has(self.value)":
    (self: any) => cel.or(() => (((self.valueFrom != null) ? cel.field(self, "valueFrom") : "") !== "HOST"), () => !(self.value != null)),
  "isURL(self) ? (url(self).getScheme() in [\"\", \"http\", \"https\", \"oci\", \"file\"]) : (isURL(\"http://\" + self) &&\nurl(\"http://\" + self).getScheme() in [\"\", \"http\", \"https\", \"oci\", \"file\"])":
    (self: any) => (cel.isURL(self) ? cel.isIn(cel.url(self).scheme, ["", "http", "https", "oci", "file"]) : (cel.isURL(("http://" + self)) && cel.isIn(cel.url(("http://" + self)).scheme, ["", "http", "https", "oci", "file"]))),
  "self in [\"\", \"HTTP\", \"HTTPS\"]":
    (self: any) => cel.isIn(self, ["", "HTTP", "HTTPS"]),
};
