import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { injectObject, InjectionSettings } from '../../src/injection';
import { injectionSettings, resolveInstall } from '../../src/install';
import { goExpression } from '../generate/go-expressions';
import { differences, formatDifference } from '../lib/compare';
import { injectAll, InjectorAnswer, InjectorSetup, plainAll } from '../lib/injector';
import { istioModule } from '../lib/istio-module';
import { KubeObject, readObjects } from '../lib/objects';
import { Report } from '../lib/report';
import { Suite, SuiteContext } from '../lib/suite';

const ASKS = 'inject.istio.io/templates';

/** A workload that gets templates of the user's. */
interface CustomCase {
  readonly name: string;
  readonly object: KubeObject;
  readonly templates: Readonly<Record<string, string>>;
  readonly native?: boolean;
}

/** Compares what our interpreter makes of templates with what Go makes of them in Istio's injector. */
export const customTemplates: Suite = {
  name: 'custom-templates',
  title: 'templates of users at synthesis, in our interpreter, against Istio\'s injector: its own templates, and generated expressions',
  async run({ report, options }: SuiteContext): Promise<void> {
    const istio = await istioModule();
    await compare(report, 'Istio\'s own templates', istiosOwn(istio));
    await compare(report, 'templates by hand', [...moduleCase(istio), ...BY_HAND.map((text, at) => caseOf(`${at}: ${text}`, text))]);
    const expressions = Array.from({ length: Math.ceil(options.count / 8) }, (_, number) => goExpression(options.seed, number));
    await compare(report, 'generated expressions', expressions.map(expressionCase));
  },
};

/** A workload whose template writes an annotation. */
function caseOf(name: string, text: string): CustomCase {
  return { name, object: workload('own'), templates: { own: `metadata:\n  annotations:\n    out: |-\n      x${text}\n` } };
}

/** One whose template writes what an expression gives. */
function expressionCase(text: string, number: number): CustomCase {
  const template = `metadata:\n  annotations:\n    json: {{ ${text} | toJson | toJson }}\n    text: {{ printf "%v" ${text} | toJson }}\n`;
  return { name: `${number}: ${text}`, object: workload('own'), templates: { own: template } };
}

function workload(templates: string): KubeObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' }, annotations: { [ASKS]: templates } },
        spec: { containers: [{ name: 'app', image: 'example.com/app:1', ports: [{ containerPort: 8080, name: 'http' }] }] },
      },
    },
  };
}

/** Istio's templates as if they were a user's, for the workloads of its own tests. */
function istiosOwn(istio: string): CustomCase[] {
  const files = path.join(istio, 'manifests', 'charts', 'istio-control', 'istio-discovery', 'files');
  const read = (file: string): string => readFileSync(path.join(files, file), 'utf8');
  const templates = {
    'sidecar': read('injection-template.yaml'), 'gateway': read('gateway-injection-template.yaml'), 'grpc-simple': read('grpc-simple.yaml'), 'grpc-agent': read('grpc-agent.yaml'),
  };
  return testData(istio).flatMap(({ file, objects }) => objects.flatMap((object, at) => ['sidecar', 'gateway', 'grpc-agent', 'grpc-simple,sidecar'].map((asked, turn) => ({
    name: `${file}, ${at}: ${asked}`, object: asking(object, asked), templates, native: turn % 2 === 1,
  }))));
}

function testData(istio: string): { file: string; objects: KubeObject[] }[] {
  const folder = path.join(istio, 'pkg', 'kube', 'inject', 'testdata', 'inject');
  return readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.endsWith('.iop.yaml')).map((file) => ({
    file, objects: readObjects(readFileSync(path.join(folder, file), 'utf8')).filter(({ kind }) => kind === 'Deployment'),
  }));
}

function asking(object: KubeObject, templates: string): KubeObject {
  const copy = structuredClone(object);
  const { template } = copy.spec;
  template.metadata = { ...template.metadata, annotations: { ...template.metadata?.annotations, [ASKS]: templates } };
  return copy;
}

/** The one template of its own that Istio tests. */
function moduleCase(istio: string): CustomCase[] {
  const folder = path.join(istio, 'pkg', 'kube', 'inject', 'testdata', 'inject');
  const [operator] = readObjects(readFileSync(path.join(folder, 'custom-template.iop.yaml'), 'utf8'));
  const { templates } = operator.spec.values.sidecarInjectorWebhook;
  return readObjects(readFileSync(path.join(folder, 'custom-template.yaml'), 'utf8')).map((object) => ({ name: 'custom-template.yaml', object, templates }));
}

/** Templates that are written here, and some that are broken. */
const BY_HAND = [
  '{{ range $i, $c := .Spec.Containers }}{{ $i }}{{ $c.Name }}{{ $c.Image }}{{ range .Ports }}{{ .ContainerPort }}{{ .Name }}{{ .Protocol }}{{ end }}{{ end }}',
  '{{ with .Values.global }}{{ .istioNamespace }}{{ $.DeploymentMeta.Name }}{{ else }}none{{ end }}',
  '{{ if not .Values.nowhere }}a{{ else if true }}b{{ end }}',
  '{{ $x := "a" }}{{ range list 1 2 }}{{ $x = printf "%s%d" $x . }}{{ end }}{{ $x }}',
  '{{ define "t" }}<{{ .a }}>{{ end }}{{ template "t" (dict "a" 1) }}{{ block "u" 5 }}{{ . }}{{ end }}',
  '{{ range $k, $v := .ObjectMeta.Labels }}{{ $k }}={{ $v }};{{ end }}',
  '{{ range until 5 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . }}{{ end }}',
  '{{- /* nothing */ -}} y {{- "z" -}} ',
  '{{ .ProxyConfig.InterceptionMode }} {{ .ProxyConfig.InterceptionMode.String }} {{ .ProxyConfig.GetConcurrency.GetValue }} {{ .ProxyConfig.StatNameLength }}',
  '{{ formatDuration .ProxyConfig.DrainDuration }} {{ formatDuration .ProxyConfig.TerminationDrainDuration }}',
  '{{ .ProxyConfig.GetTracing.GetZipkin.GetAddress }}|{{ if .ProxyConfig.Tracing }}a{{ end }}|{{ if .ProxyConfig.GetSds }}b{{ end }}',
  '{{ .MeshConfig.TrustDomain }} {{ .MeshConfig.RootNamespace }} {{ .MeshConfig.IngressClass }} {{ .MeshConfig.ProxyListenPort }} {{ .MeshConfig.EnableAutoMtls.GetValue }}',
  '{{ .MeshConfig.GetOutboundTrafficPolicy.GetMode }} {{ .MeshConfig.AccessLogFile }} {{ len .MeshConfig.ExtensionProviders }}',
  '{{ .Spec.HostNetwork }} {{ .Spec.NodeName }} {{ .Spec.TerminationGracePeriodSeconds }} {{ .Spec.SecurityContext }} {{ len .Spec.Volumes }} {{ .Spec.DNSPolicy }}',
  '{{ (index .Spec.Containers 0).TTY }} {{ (index .Spec.Containers 0).LivenessProbe }} {{ len (index .Spec.Containers 0).Env }}',
  '{{ .ProxyUID }} {{ .ProxyGID }} {{ .Revision }} {{ .NativeSidecars }} {{ .InboundTrafficPolicyMode }} {{ .CompliancePolicy }} {{ .TypeMeta.APIVersion }}',
  '{{ protoToJSON .ProxyConfig }} {{ includeInboundPorts .Spec.Containers }} {{ applicationPorts .Spec.Containers }}',
  '{{ .Spec.Nowhere }}', '{{ .ProxyConfig.Nowhere }}', '{{ .nowhere }}', '{{ nowhere }}', '{{ if }}', '{{ .Values.global.hub.deeper }}', '{{ end }}', '{{ range .Spec.Containers }}',
  '{{ $x }}', '{{ template "none" }}', '{{ fail "own" }}', '{{ index .Spec.Containers 5 }}', '{{ .Values.global.imagePullSecrets.x }}', '{{ eq 1 "a" }}', '{{ len 5 }}',
  '{{ break }}', '{{ .DeploymentMeta.Name "x" }}', '{{ "a" | "b" }}', '{{ (.Revision }}', '{{ with $y := 1 }}{{ $y }}{{ end }}{{ $y }}', '{{ range 5 }}{{ . }}{{ end }}',
];

/** What both make of cases, one by one: the same workload, or both nothing. */
async function compare(report: Report, title: string, cases: readonly CustomCase[]): Promise<void> {
  const settings = injectionSettings(resolveInstall());
  const setups = new Map<string, InjectorSetup>();
  const setupOf = ({ templates, native = false }: CustomCase): InjectorSetup => {
    const key = JSON.stringify([templates, native]);
    const setup = setups.get(key) ?? {
      config: JSON.stringify({ policy: 'enabled', defaultTemplates: ['sidecar'], templates }),
      values: JSON.stringify(settings.values),
      mesh: JSON.stringify(settings.meshConfig),
      revision: 'default',
      native,
    };
    setups.set(key, setup);
    return setup;
  };
  const theirs = await injectAll(cases.map((one) => ({ setup: setupOf(one), file: JSON.stringify(one.object) })));
  const ours = cases.map((one) => ourAnswer(one, settings));
  const plain = await plainAll(ours.flatMap((answer) => ('objects' in answer ? answer.objects : [])));
  let next = 0;
  report.group(title, cases.map(({ name }, at) => {
    const own = ours[at];
    return { name, complaints: complaints(theirs[at], 'objects' in own ? plain[next++] : own) };
  }));
  report.note(`${title}: ${cases.length}, of them ${theirs.filter((answer) => 'refusal' in answer).length} refused`);
}

function ourAnswer({ object, templates, native = false }: CustomCase, settings: InjectionSettings): InjectorAnswer {
  const sidecarInjectorWebhook = { ...settings.values.sidecarInjectorWebhook, templates };
  const own: InjectionSettings = { ...settings, injector: 'kube-inject', nativeSidecars: native, values: { ...settings.values, sidecarInjectorWebhook } };
  try {
    return { objects: [injectObject(object, own, { name: object.metadata.namespace ?? 'default' }).object as KubeObject] };
  } catch (error) {
    return { refusal: (error as Error).message };
  }
}

function complaints(theirs: InjectorAnswer, ours: InjectorAnswer): string[] {
  if ('refusal' in theirs || 'refusal' in ours) {
    const said = (answer: InjectorAnswer): string => ('refusal' in answer ? answer.refusal : `nothing: ${JSON.stringify(answer.objects[0]?.spec.template.metadata.annotations)}`);
    return 'refusal' in theirs && 'refusal' in ours ? [] : [`Istio says ${said(theirs)}`, `we say ${said(ours)}`];
  }
  return differences(theirs.objects, ours.objects).map(formatDifference);
}
