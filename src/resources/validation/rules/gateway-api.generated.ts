// Generated from schema/ by `npx projen schema`. Do not edit.
import type { Expression } from '.';
import * as cel from '../cel/library';

/** The CEL expressions of the CRDs, each as a function; null for those that compare an object with what it was before. */
export const EXPRESSIONS: Readonly<Record<string, Expression | null>> = {
  "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))":
    (self: any) => cel.all(self, (p1_1: any) => cel.all(self, (p2_2: any) => (cel.and(() => cel.and(() => (cel.field(p1_1, "group") === cel.field(p2_2, "group")), () => (cel.field(p1_1, "kind") === cel.field(p2_2, "kind"))), () => (cel.field(p1_1, "name") === cel.field(p2_2, "name"))) ? ((!(p1_1.sectionName != null) || (cel.field(p1_1, "sectionName") === "")) === (!(p2_2.sectionName != null) || (cel.field(p2_2, "sectionName") === ""))) : true))),
  "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))":
    (self: any) => cel.all(self, (p1_1: any) => cel.existsOne(self, (p2_2: any) => cel.and(() => cel.and(() => cel.and(() => (cel.field(p1_1, "group") === cel.field(p2_2, "group")), () => (cel.field(p1_1, "kind") === cel.field(p2_2, "kind"))), () => (cel.field(p1_1, "name") === cel.field(p2_2, "name"))), () => cel.or(() => cel.and(() => (!(p1_1.sectionName != null) || (cel.field(p1_1, "sectionName") === "")), () => (!(p2_2.sectionName != null) || (cel.field(p2_2, "sectionName") === ""))), () => (((p1_1.sectionName != null) && (p2_2.sectionName != null)) && (cel.field(p1_1, "sectionName") === cel.field(p2_2, "sectionName"))))))),
  "!(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 && has(self.wellKnownCACertificates) && self.wellKnownCACertificates != \"\")":
    (self: any) => !cel.and(() => cel.and(() => ((self.caCertificateRefs != null) && (cel.size(cel.field(self, "caCertificateRefs")) > 0)), () => (self.wellKnownCACertificates != null)), () => (cel.field(self, "wellKnownCACertificates") !== "")),
  "(has(self.caCertificateRefs) && size(self.caCertificateRefs) > 0 || has(self.wellKnownCACertificates) && self.wellKnownCACertificates != \"\")":
    (self: any) => cel.or(() => ((self.caCertificateRefs != null) && (cel.size(cel.field(self, "caCertificateRefs")) > 0)), () => ((self.wellKnownCACertificates != null) && (cel.field(self, "wellKnownCACertificates") !== ""))),
  "!(self.type == \"Hostname\" && (!has(self.hostname) || self.hostname == \"\"))":
    (self: any) => !cel.and(() => (cel.field(self, "type") === "Hostname"), () => (!(self.hostname != null) || (cel.field(self, "hostname") === ""))),
  "!(self.type != \"Hostname\" && has(self.hostname) && self.hostname != \"\")":
    (self: any) => !cel.and(() => cel.and(() => (cel.field(self, "type") !== "Hostname"), () => (self.hostname != null)), () => (cel.field(self, "hostname") !== "")),
  "!(self.type == \"URI\" && (!has(self.uri) || self.uri == \"\"))":
    (self: any) => !cel.and(() => (cel.field(self, "type") === "URI"), () => (!(self.uri != null) || (cel.field(self, "uri") === ""))),
  "!(self.type != \"URI\" && has(self.uri) && self.uri != \"\")":
    (self: any) => !cel.and(() => cel.and(() => (cel.field(self, "type") !== "URI"), () => (self.uri != null)), () => (cel.field(self, "uri") !== "")),
  "self == oldSelf":
    null,
  "self.all(a1, a1.type == 'IPAddress' && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )":
    (self: any) => cel.all(self, (a1_1: any) => (cel.and(() => (cel.field(a1_1, "type") === "IPAddress"), () => (a1_1.value != null)) ? cel.existsOne(self, (a2_2: any) => cel.and(() => cel.and(() => (cel.field(a2_2, "type") === cel.field(a1_1, "type")), () => (a2_2.value != null)), () => (cel.field(a2_2, "value") === cel.field(a1_1, "value")))) : true)),
  "self.all(a1, a1.type == 'Hostname'  && has(a1.value) ? self.exists_one(a2, a2.type == a1.type && has(a2.value) && a2.value == a1.value) : true )":
    (self: any) => cel.all(self, (a1_1: any) => (cel.and(() => (cel.field(a1_1, "type") === "Hostname"), () => (a1_1.value != null)) ? cel.existsOne(self, (a2_2: any) => cel.and(() => cel.and(() => (cel.field(a2_2, "type") === cel.field(a1_1, "type")), () => (a2_2.value != null)), () => (cel.field(a2_2, "value") === cel.field(a1_1, "value")))) : true)),
  "self.type == 'Hostname' ? (!has(self.value) || self.value.matches(r\"\"\"^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$\"\"\")): true":
    (self: any) => ((cel.field(self, "type") === "Hostname") ? (!(self.value != null) || cel.matches(cel.field(self, "value"), "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")) : true),
  "self.all(key, key.matches(r\"\"\"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$\"\"\"))":
    (self: any) => cel.all(self, (key_1: any) => cel.matches(key_1, "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$")),
  "self.all(key, key.split(\"/\")[0].size() < 253)":
    (self: any) => cel.all(self, (key_1: any) => (cel.size(cel.at(cel.split(key_1, "/"), 0)) < 253)),
  "self.all(l, l.protocol in ['HTTP', 'TCP', 'UDP'] ? !has(l.tls) : true)":
    (self: any) => cel.all(self, (l_1: any) => (cel.isIn(cel.field(l_1, "protocol"), ["HTTP", "TCP", "UDP"]) ? !(l_1.tls != null) : true)),
  "self.all(l, (l.protocol == 'HTTPS' && has(l.tls)) ? (l.tls.mode == '' || l.tls.mode == 'Terminate') : true)":
    (self: any) => cel.all(self, (l_1: any) => (cel.and(() => (cel.field(l_1, "protocol") === "HTTPS"), () => (l_1.tls != null)) ? cel.or(() => (cel.field(cel.field(l_1, "tls"), "mode") === ""), () => (cel.field(cel.field(l_1, "tls"), "mode") === "Terminate")) : true)),
  "self.all(l, (l.protocol == 'TLS' ? has(l.tls) && has(l.tls.mode) && l.tls.mode != '' : true))":
    (self: any) => cel.all(self, (l_1: any) => ((cel.field(l_1, "protocol") === "TLS") ? cel.and(() => ((l_1.tls != null) && (cel.field(l_1, "tls").mode != null)), () => (cel.field(cel.field(l_1, "tls"), "mode") !== "")) : true)),
  "self.all(l, l.protocol in ['TCP', 'UDP']  ? (!has(l.hostname) || l.hostname == '') : true)":
    (self: any) => cel.all(self, (l_1: any) => (cel.isIn(cel.field(l_1, "protocol"), ["TCP", "UDP"]) ? (!(l_1.hostname != null) || (cel.field(l_1, "hostname") === "")) : true)),
  "self.all(l1, self.exists_one(l2, l1.name == l2.name))":
    (self: any) => cel.all(self, (l1_1: any) => cel.existsOne(self, (l2_2: any) => (cel.field(l1_1, "name") === cel.field(l2_2, "name")))),
  "self.all(l1, self.exists_one(l2, l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))":
    (self: any) => cel.all(self, (l1_1: any) => cel.existsOne(self, (l2_2: any) => cel.and(() => cel.and(() => (cel.field(l1_1, "port") === cel.field(l2_2, "port")), () => (cel.field(l1_1, "protocol") === cel.field(l2_2, "protocol"))), () => (((l1_1.hostname != null) && (l2_2.hostname != null)) ? (cel.field(l1_1, "hostname") === cel.field(l2_2, "hostname")) : (!(l1_1.hostname != null) && !(l2_2.hostname != null)))))),
  "self.mode == 'Terminate' ? size(self.certificateRefs) > 0 || size(self.options) > 0 : true":
    (self: any) => ((cel.field(self, "mode") === "Terminate") ? cel.or(() => (cel.size(cel.field(self, "certificateRefs")) > 0), () => (cel.size(cel.field(self, "options")) > 0)) : true),
  "self.all(t1, self.exists_one(t2, t1.port == t2.port))":
    (self: any) => cel.all(self, (t1_1: any) => cel.existsOne(self, (t2_2: any) => (cel.field(t1_1, "port") === cel.field(t2_2, "port")))),
  "self.type == 'Hostname' ? self.value.matches(r\"\"\"^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$\"\"\"): true":
    (self: any) => ((cel.field(self, "type") === "Hostname") ? cel.matches(cel.field(self, "value"), "^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$") : true),
  "self.all(p1, self.all(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) ? ((!has(p1.sectionName) || p1.sectionName == '') == (!has(p2.sectionName) || p2.sectionName == '')) : true))":
    (self: any) => cel.all(self, (p1_1: any) => cel.all(self, (p2_2: any) => (cel.and(() => cel.and(() => cel.and(() => (cel.field(p1_1, "group") === cel.field(p2_2, "group")), () => (cel.field(p1_1, "kind") === cel.field(p2_2, "kind"))), () => (cel.field(p1_1, "name") === cel.field(p2_2, "name"))), () => cel.or(() => cel.and(() => (!(p1_1.namespace != null) || (cel.field(p1_1, "namespace") === "")), () => (!(p2_2.namespace != null) || (cel.field(p2_2, "namespace") === ""))), () => (((p1_1.namespace != null) && (p2_2.namespace != null)) && (cel.field(p1_1, "namespace") === cel.field(p2_2, "namespace"))))) ? ((!(p1_1.sectionName != null) || (cel.field(p1_1, "sectionName") === "")) === (!(p2_2.sectionName != null) || (cel.field(p2_2, "sectionName") === ""))) : true))),
  "self.all(p1, self.exists_one(p2, p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && (((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || (has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__ )) && (((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || (has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))":
    (self: any) => cel.all(self, (p1_1: any) => cel.existsOne(self, (p2_2: any) => cel.and(() => cel.and(() => cel.and(() => cel.and(() => (cel.field(p1_1, "group") === cel.field(p2_2, "group")), () => (cel.field(p1_1, "kind") === cel.field(p2_2, "kind"))), () => (cel.field(p1_1, "name") === cel.field(p2_2, "name"))), () => cel.or(() => cel.and(() => (!(p1_1.namespace != null) || (cel.field(p1_1, "namespace") === "")), () => (!(p2_2.namespace != null) || (cel.field(p2_2, "namespace") === ""))), () => (((p1_1.namespace != null) && (p2_2.namespace != null)) && (cel.field(p1_1, "namespace") === cel.field(p2_2, "namespace"))))), () => cel.or(() => cel.and(() => (!(p1_1.sectionName != null) || (cel.field(p1_1, "sectionName") === "")), () => (!(p2_2.sectionName != null) || (cel.field(p2_2, "sectionName") === ""))), () => (((p1_1.sectionName != null) && (p2_2.sectionName != null)) && (cel.field(p1_1, "sectionName") === cel.field(p2_2, "sectionName"))))))),
  "(self.size() > 0 ? (has(self[0].matches) ? self[0].matches.size() : 0) : 0) + (self.size() > 1 ? (has(self[1].matches) ? self[1].matches.size() : 0) : 0) + (self.size() > 2 ? (has(self[2].matches) ? self[2].matches.size() : 0) : 0) + (self.size() > 3 ? (has(self[3].matches) ? self[3].matches.size() : 0) : 0) + (self.size() > 4 ? (has(self[4].matches) ? self[4].matches.size() : 0) : 0) + (self.size() > 5 ? (has(self[5].matches) ? self[5].matches.size() : 0) : 0) + (self.size() > 6 ? (has(self[6].matches) ? self[6].matches.size() : 0) : 0) + (self.size() > 7 ? (has(self[7].matches) ? self[7].matches.size() : 0) : 0) + (self.size() > 8 ? (has(self[8].matches) ? self[8].matches.size() : 0) : 0) + (self.size() > 9 ? (has(self[9].matches) ? self[9].matches.size() : 0) : 0) + (self.size() > 10 ? (has(self[10].matches) ? self[10].matches.size() : 0) : 0) + (self.size() > 11 ? (has(self[11].matches) ? self[11].matches.size() : 0) : 0) + (self.size() > 12 ? (has(self[12].matches) ? self[12].matches.size() : 0) : 0) + (self.size() > 13 ? (has(self[13].matches) ? self[13].matches.size() : 0) : 0) + (self.size() > 14 ? (has(self[14].matches) ? self[14].matches.size() : 0) : 0) + (self.size() > 15 ? (has(self[15].matches) ? self[15].matches.size() : 0) : 0) <= 128":
    (self: any) => (cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(((cel.size(self) > 0) ? ((cel.at(self, 0).matches != null) ? cel.size(cel.field(cel.at(self, 0), "matches")) : 0) : 0), ((cel.size(self) > 1) ? ((cel.at(self, 1).matches != null) ? cel.size(cel.field(cel.at(self, 1), "matches")) : 0) : 0)), ((cel.size(self) > 2) ? ((cel.at(self, 2).matches != null) ? cel.size(cel.field(cel.at(self, 2), "matches")) : 0) : 0)), ((cel.size(self) > 3) ? ((cel.at(self, 3).matches != null) ? cel.size(cel.field(cel.at(self, 3), "matches")) : 0) : 0)), ((cel.size(self) > 4) ? ((cel.at(self, 4).matches != null) ? cel.size(cel.field(cel.at(self, 4), "matches")) : 0) : 0)), ((cel.size(self) > 5) ? ((cel.at(self, 5).matches != null) ? cel.size(cel.field(cel.at(self, 5), "matches")) : 0) : 0)), ((cel.size(self) > 6) ? ((cel.at(self, 6).matches != null) ? cel.size(cel.field(cel.at(self, 6), "matches")) : 0) : 0)), ((cel.size(self) > 7) ? ((cel.at(self, 7).matches != null) ? cel.size(cel.field(cel.at(self, 7), "matches")) : 0) : 0)), ((cel.size(self) > 8) ? ((cel.at(self, 8).matches != null) ? cel.size(cel.field(cel.at(self, 8), "matches")) : 0) : 0)), ((cel.size(self) > 9) ? ((cel.at(self, 9).matches != null) ? cel.size(cel.field(cel.at(self, 9), "matches")) : 0) : 0)), ((cel.size(self) > 10) ? ((cel.at(self, 10).matches != null) ? cel.size(cel.field(cel.at(self, 10), "matches")) : 0) : 0)), ((cel.size(self) > 11) ? ((cel.at(self, 11).matches != null) ? cel.size(cel.field(cel.at(self, 11), "matches")) : 0) : 0)), ((cel.size(self) > 12) ? ((cel.at(self, 12).matches != null) ? cel.size(cel.field(cel.at(self, 12), "matches")) : 0) : 0)), ((cel.size(self) > 13) ? ((cel.at(self, 13).matches != null) ? cel.size(cel.field(cel.at(self, 13), "matches")) : 0) : 0)), ((cel.size(self) > 14) ? ((cel.at(self, 14).matches != null) ? cel.size(cel.field(cel.at(self, 14), "matches")) : 0) : 0)), ((cel.size(self) > 15) ? ((cel.at(self, 15).matches != null) ? cel.size(cel.field(cel.at(self, 15), "matches")) : 0) : 0)) <= 128),
  "(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true":
    (self: any) => (cel.and(() => (cel.size(cel.field(self, "group")) === 0), () => (cel.field(self, "kind") === "Service")) ? (self.port != null) : true),
  "self.filter(f, f.type == 'RequestHeaderModifier').size() <= 1":
    (self: any) => (cel.size(cel.filter(self, (f_1: any) => (cel.field(f_1, "type") === "RequestHeaderModifier"))) <= 1),
  "self.filter(f, f.type == 'ResponseHeaderModifier').size() <= 1":
    (self: any) => (cel.size(cel.filter(self, (f_1: any) => (cel.field(f_1, "type") === "ResponseHeaderModifier"))) <= 1),
  "!(has(self.requestHeaderModifier) && self.type != 'RequestHeaderModifier')":
    (self: any) => !((self.requestHeaderModifier != null) && (cel.field(self, "type") !== "RequestHeaderModifier")),
  "!(!has(self.requestHeaderModifier) && self.type == 'RequestHeaderModifier')":
    (self: any) => !(!(self.requestHeaderModifier != null) && (cel.field(self, "type") === "RequestHeaderModifier")),
  "!(has(self.responseHeaderModifier) && self.type != 'ResponseHeaderModifier')":
    (self: any) => !((self.responseHeaderModifier != null) && (cel.field(self, "type") !== "ResponseHeaderModifier")),
  "!(!has(self.responseHeaderModifier) && self.type == 'ResponseHeaderModifier')":
    (self: any) => !(!(self.responseHeaderModifier != null) && (cel.field(self, "type") === "ResponseHeaderModifier")),
  "!(has(self.requestMirror) && self.type != 'RequestMirror')":
    (self: any) => !((self.requestMirror != null) && (cel.field(self, "type") !== "RequestMirror")),
  "!(!has(self.requestMirror) && self.type == 'RequestMirror')":
    (self: any) => !(!(self.requestMirror != null) && (cel.field(self, "type") === "RequestMirror")),
  "!(has(self.extensionRef) && self.type != 'ExtensionRef')":
    (self: any) => !((self.extensionRef != null) && (cel.field(self, "type") !== "ExtensionRef")),
  "!(!has(self.extensionRef) && self.type == 'ExtensionRef')":
    (self: any) => !(!(self.extensionRef != null) && (cel.field(self, "type") === "ExtensionRef")),
  "!(has(self.percent) && has(self.fraction))":
    (self: any) => !((self.percent != null) && (self.fraction != null)),
  "self.numerator <= self.denominator":
    (self: any) => (cel.field(self, "numerator") <= cel.field(self, "denominator")),
  "has(self.type) ? has(self.service) || has(self.method) : true":
    (self: any) => ((self.type != null) ? ((self.service != null) || (self.method != null)) : true),
  "(!has(self.type) || self.type == 'Exact') && has(self.service) ? self.service.matches(r\"\"\"^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$\"\"\"): true":
    (self: any) => (cel.and(() => (!(self.type != null) || (cel.field(self, "type") === "Exact")), () => (self.service != null)) ? cel.matches(cel.field(self, "service"), "^(?i)\\.?[a-z_][a-z_0-9]*(\\.[a-z_][a-z_0-9]*)*$") : true),
  "(!has(self.type) || self.type == 'Exact') && has(self.method) ? self.method.matches(r\"\"\"^[A-Za-z_][A-Za-z_0-9]*$\"\"\"): true":
    (self: any) => (cel.and(() => (!(self.type != null) || (cel.field(self, "type") === "Exact")), () => (self.method != null)) ? cel.matches(cel.field(self, "method"), "^[A-Za-z_][A-Za-z_0-9]*$") : true),
  "(self.size() > 0 ? self[0].matches.size() : 0) + (self.size() > 1 ? self[1].matches.size() : 0) + (self.size() > 2 ? self[2].matches.size() : 0) + (self.size() > 3 ? self[3].matches.size() : 0) + (self.size() > 4 ? self[4].matches.size() : 0) + (self.size() > 5 ? self[5].matches.size() : 0) + (self.size() > 6 ? self[6].matches.size() : 0) + (self.size() > 7 ? self[7].matches.size() : 0) + (self.size() > 8 ? self[8].matches.size() : 0) + (self.size() > 9 ? self[9].matches.size() : 0) + (self.size() > 10 ? self[10].matches.size() : 0) + (self.size() > 11 ? self[11].matches.size() : 0) + (self.size() > 12 ? self[12].matches.size() : 0) + (self.size() > 13 ? self[13].matches.size() : 0) + (self.size() > 14 ? self[14].matches.size() : 0) + (self.size() > 15 ? self[15].matches.size() : 0) <= 128":
    (self: any) => (cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(cel.addInt(((cel.size(self) > 0) ? cel.size(cel.field(cel.at(self, 0), "matches")) : 0), ((cel.size(self) > 1) ? cel.size(cel.field(cel.at(self, 1), "matches")) : 0)), ((cel.size(self) > 2) ? cel.size(cel.field(cel.at(self, 2), "matches")) : 0)), ((cel.size(self) > 3) ? cel.size(cel.field(cel.at(self, 3), "matches")) : 0)), ((cel.size(self) > 4) ? cel.size(cel.field(cel.at(self, 4), "matches")) : 0)), ((cel.size(self) > 5) ? cel.size(cel.field(cel.at(self, 5), "matches")) : 0)), ((cel.size(self) > 6) ? cel.size(cel.field(cel.at(self, 6), "matches")) : 0)), ((cel.size(self) > 7) ? cel.size(cel.field(cel.at(self, 7), "matches")) : 0)), ((cel.size(self) > 8) ? cel.size(cel.field(cel.at(self, 8), "matches")) : 0)), ((cel.size(self) > 9) ? cel.size(cel.field(cel.at(self, 9), "matches")) : 0)), ((cel.size(self) > 10) ? cel.size(cel.field(cel.at(self, 10), "matches")) : 0)), ((cel.size(self) > 11) ? cel.size(cel.field(cel.at(self, 11), "matches")) : 0)), ((cel.size(self) > 12) ? cel.size(cel.field(cel.at(self, 12), "matches")) : 0)), ((cel.size(self) > 13) ? cel.size(cel.field(cel.at(self, 13), "matches")) : 0)), ((cel.size(self) > 14) ? cel.size(cel.field(cel.at(self, 14), "matches")) : 0)), ((cel.size(self) > 15) ? cel.size(cel.field(cel.at(self, 15), "matches")) : 0)) <= 128),
  "(has(self.backendRefs) && size(self.backendRefs) > 0) ? (!has(self.filters) || self.filters.all(f, !has(f.requestRedirect))): true":
    (self: any) => (((self.backendRefs != null) && (cel.size(cel.field(self, "backendRefs")) > 0)) ? (!(self.filters != null) || cel.all(cel.field(self, "filters"), (f_1: any) => !(f_1.requestRedirect != null))) : true),
  "(has(self.filters) && self.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    (self: any) => (((self.filters != null) && cel.existsOne(cel.field(self, "filters"), (f_1: any) => cel.and(() => cel.and(() => ((f_1.requestRedirect != null) && (cel.field(f_1, "requestRedirect").path != null)), () => (cel.field(cel.field(cel.field(f_1, "requestRedirect"), "path"), "type") === "ReplacePrefixMatch")), () => (cel.field(cel.field(f_1, "requestRedirect"), "path").replacePrefixMatch != null)))) ? (cel.or(() => cel.or(() => (cel.size(cel.field(self, "matches")) !== 1), () => !(cel.at(cel.field(self, "matches"), 0).path != null)), () => (cel.field(cel.field(cel.at(cel.field(self, "matches"), 0), "path"), "type") !== "PathPrefix")) ? false : true) : true),
  "(has(self.filters) && self.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    (self: any) => (((self.filters != null) && cel.existsOne(cel.field(self, "filters"), (f_1: any) => cel.and(() => cel.and(() => ((f_1.urlRewrite != null) && (cel.field(f_1, "urlRewrite").path != null)), () => (cel.field(cel.field(cel.field(f_1, "urlRewrite"), "path"), "type") === "ReplacePrefixMatch")), () => (cel.field(cel.field(f_1, "urlRewrite"), "path").replacePrefixMatch != null)))) ? (cel.or(() => cel.or(() => (cel.size(cel.field(self, "matches")) !== 1), () => !(cel.at(cel.field(self, "matches"), 0).path != null)), () => (cel.field(cel.field(cel.at(cel.field(self, "matches"), 0), "path"), "type") !== "PathPrefix")) ? false : true) : true),
  "(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.requestRedirect) && has(f.requestRedirect.path) && f.requestRedirect.path.type == 'ReplacePrefixMatch' && has(f.requestRedirect.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    (self: any) => (((self.backendRefs != null) && cel.existsOne(cel.field(self, "backendRefs"), (b_1: any) => ((b_1.filters != null) && cel.existsOne(cel.field(b_1, "filters"), (f_2: any) => cel.and(() => cel.and(() => ((f_2.requestRedirect != null) && (cel.field(f_2, "requestRedirect").path != null)), () => (cel.field(cel.field(cel.field(f_2, "requestRedirect"), "path"), "type") === "ReplacePrefixMatch")), () => (cel.field(cel.field(f_2, "requestRedirect"), "path").replacePrefixMatch != null)))))) ? (cel.or(() => cel.or(() => (cel.size(cel.field(self, "matches")) !== 1), () => !(cel.at(cel.field(self, "matches"), 0).path != null)), () => (cel.field(cel.field(cel.at(cel.field(self, "matches"), 0), "path"), "type") !== "PathPrefix")) ? false : true) : true),
  "(has(self.backendRefs) && self.backendRefs.exists_one(b, (has(b.filters) && b.filters.exists_one(f, has(f.urlRewrite) && has(f.urlRewrite.path) && f.urlRewrite.path.type == 'ReplacePrefixMatch' && has(f.urlRewrite.path.replacePrefixMatch))) )) ? ((size(self.matches) != 1 || !has(self.matches[0].path) || self.matches[0].path.type != 'PathPrefix') ? false : true) : true":
    (self: any) => (((self.backendRefs != null) && cel.existsOne(cel.field(self, "backendRefs"), (b_1: any) => ((b_1.filters != null) && cel.existsOne(cel.field(b_1, "filters"), (f_2: any) => cel.and(() => cel.and(() => ((f_2.urlRewrite != null) && (cel.field(f_2, "urlRewrite").path != null)), () => (cel.field(cel.field(cel.field(f_2, "urlRewrite"), "path"), "type") === "ReplacePrefixMatch")), () => (cel.field(cel.field(f_2, "urlRewrite"), "path").replacePrefixMatch != null)))))) ? (cel.or(() => cel.or(() => (cel.size(cel.field(self, "matches")) !== 1), () => !(cel.at(cel.field(self, "matches"), 0).path != null)), () => (cel.field(cel.field(cel.at(cel.field(self, "matches"), 0), "path"), "type") !== "PathPrefix")) ? false : true) : true),
  "!(self.exists(f, f.type == 'RequestRedirect') && self.exists(f, f.type == 'URLRewrite'))":
    (self: any) => !cel.and(() => cel.exists(self, (f_1: any) => (cel.field(f_1, "type") === "RequestRedirect")), () => cel.exists(self, (f_2: any) => (cel.field(f_2, "type") === "URLRewrite"))),
  "self.filter(f, f.type == 'CORS').size() <= 1":
    (self: any) => (cel.size(cel.filter(self, (f_1: any) => (cel.field(f_1, "type") === "CORS"))) <= 1),
  "self.filter(f, f.type == 'RequestRedirect').size() <= 1":
    (self: any) => (cel.size(cel.filter(self, (f_1: any) => (cel.field(f_1, "type") === "RequestRedirect"))) <= 1),
  "self.filter(f, f.type == 'URLRewrite').size() <= 1":
    (self: any) => (cel.size(cel.filter(self, (f_1: any) => (cel.field(f_1, "type") === "URLRewrite"))) <= 1),
  "!(has(self.cors) && self.type != 'CORS')":
    (self: any) => !((self.cors != null) && (cel.field(self, "type") !== "CORS")),
  "!(!has(self.cors) && self.type == 'CORS')":
    (self: any) => !(!(self.cors != null) && (cel.field(self, "type") === "CORS")),
  "!(has(self.requestRedirect) && self.type != 'RequestRedirect')":
    (self: any) => !((self.requestRedirect != null) && (cel.field(self, "type") !== "RequestRedirect")),
  "!(!has(self.requestRedirect) && self.type == 'RequestRedirect')":
    (self: any) => !(!(self.requestRedirect != null) && (cel.field(self, "type") === "RequestRedirect")),
  "!(has(self.urlRewrite) && self.type != 'URLRewrite')":
    (self: any) => !((self.urlRewrite != null) && (cel.field(self, "type") !== "URLRewrite")),
  "!(!has(self.urlRewrite) && self.type == 'URLRewrite')":
    (self: any) => !(!(self.urlRewrite != null) && (cel.field(self, "type") === "URLRewrite")),
  "!('*' in self && self.size() > 1)":
    (self: any) => !(cel.isIn("*", self) && (cel.size(self) > 1)),
  "self.type == 'ReplaceFullPath' ? has(self.replaceFullPath) : true":
    (self: any) => ((cel.field(self, "type") === "ReplaceFullPath") ? (self.replaceFullPath != null) : true),
  "has(self.replaceFullPath) ? self.type == 'ReplaceFullPath' : true":
    (self: any) => ((self.replaceFullPath != null) ? (cel.field(self, "type") === "ReplaceFullPath") : true),
  "self.type == 'ReplacePrefixMatch' ? has(self.replacePrefixMatch) : true":
    (self: any) => ((cel.field(self, "type") === "ReplacePrefixMatch") ? (self.replacePrefixMatch != null) : true),
  "has(self.replacePrefixMatch) ? self.type == 'ReplacePrefixMatch' : true":
    (self: any) => ((self.replacePrefixMatch != null) ? (cel.field(self, "type") === "ReplacePrefixMatch") : true),
  "(self.type in ['Exact','PathPrefix']) ? self.value.startsWith('/') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? cel.field(self, "value").startsWith("/") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('//') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").includes("//") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('/./') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").includes("/./") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('/../') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").includes("/../") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('%2f') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").includes("%2f") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('%2F') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").includes("%2F") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.contains('#') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").includes("#") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.endsWith('/..') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").endsWith("/..") : true),
  "(self.type in ['Exact','PathPrefix']) ? !self.value.endsWith('/.') : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? !cel.field(self, "value").endsWith("/.") : true),
  "self.type in ['Exact','PathPrefix'] || self.type == 'RegularExpression'":
    (self: any) => cel.or(() => cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]), () => (cel.field(self, "type") === "RegularExpression")),
  "(self.type in ['Exact','PathPrefix']) ? self.value.matches(r\"\"\"^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$\"\"\") : true":
    (self: any) => (cel.isIn(cel.field(self, "type"), ["Exact", "PathPrefix"]) ? cel.matches(cel.field(self, "value"), "^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$") : true),
  "!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration('0s') && duration(self.backendRequest) > duration(self.request))":
    (self: any) => !cel.and(() => (((self.request != null) && (self.backendRequest != null)) && (cel.duration(cel.field(self, "request")) !== 0n)), () => (cel.duration(cel.field(self, "backendRequest")) > cel.duration(cel.field(self, "request")))),
  "self.all(l1, !has(l1.port) || self.exists_one(l2, has(l2.port) && l1.port == l2.port && l1.protocol == l2.protocol && (has(l1.hostname) && has(l2.hostname) ? l1.hostname == l2.hostname : !has(l1.hostname) && !has(l2.hostname))))":
    (self: any) => cel.all(self, (l1_1: any) => (!(l1_1.port != null) || cel.existsOne(self, (l2_2: any) => cel.and(() => cel.and(() => ((l2_2.port != null) && (cel.field(l1_1, "port") === cel.field(l2_2, "port"))), () => (cel.field(l1_1, "protocol") === cel.field(l2_2, "protocol"))), () => (((l1_1.hostname != null) && (l2_2.hostname != null)) ? (cel.field(l1_1, "hostname") === cel.field(l2_2, "hostname")) : (!(l1_1.hostname != null) && !(l2_2.hostname != null))))))),
  "self.all(h, !isIP(h))":
    (self: any) => cel.all(self, (h_1: any) => !cel.isIPAddress(h_1)),
  "self.all(h, !h.contains('*') ? h.matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$') : true)":
    (self: any) => cel.all(self, (h_1: any) => (!h_1.includes("*") ? cel.matches(h_1, "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$") : true)),
  "self.all(h, h.contains('*') ? (h.startsWith('*.') && h.substring(2).matches('^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$')) : true)":
    (self: any) => cel.all(self, (h_1: any) => (h_1.includes("*") ? (h_1.startsWith("*.") && cel.matches(cel.substring(h_1, 2), "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$")) : true)),
};
