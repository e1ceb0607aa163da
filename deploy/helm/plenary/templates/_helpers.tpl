{{- define "plenary.name" -}}{{ .Release.Name }}{{- end -}}

{{- define "plenary.labels" -}}
app.kubernetes.io/name: plenary
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{/* of one part: (list . "app") */}}
{{- define "plenary.selector" -}}
app.kubernetes.io/name: plenary
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{- define "plenary.image" -}}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{- end -}}

{{- define "plenary.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{/* of a pod that runs as this user */}}
{{- define "plenary.user" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: { type: RuntimeDefault }
{{- end -}}

{{- define "plenary.confined" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end -}}

{{- define "plenary.spread" -}}
topologySpreadConstraints:
{{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels: {{- include "plenary.selector" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
{{- end }}
{{- end -}}

{{/* What the application and the upgrade of schemas are told. */}}
{{- define "plenary.environment" -}}
- name: PLENARY_BASE_URL
  value: https://{{ required "host is needed" .Values.host }}
- name: PLENARY_DATABASE_URL
  value: {{ required "database.url is needed" .Values.database.url | quote }}
- name: PLENARY_DATABASE_USER
  value: {{ .Values.database.user | quote }}
- name: PLENARY_FILES_FOLDER
  value: /data
- name: PLENARY_BACKUPS_FOLDER
  value: /backups
- name: MANAGEMENT_SERVER_PORT
  value: "8081"
- name: SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE
  value: 20s
- name: JAVA_TOOL_OPTIONS
  value: {{ .Values.app.javaToolOptions | quote }}
{{- if .Values.redisSentinel.master }}
- name: SPRING_DATA_REDIS_SENTINEL_MASTER
  value: {{ .Values.redisSentinel.master | quote }}
- name: SPRING_DATA_REDIS_SENTINEL_NODES
  value: {{ required "redisSentinel.nodes is needed" .Values.redisSentinel.nodes | quote }}
{{- end }}
{{- $secret := required "existingSecret is needed" .Values.existingSecret }}
{{- range list "PLENARY_DATABASE_PASSWORD" "PLENARY_REDIS_URL" "PLENARY_SEARCH_URL" "PLENARY_SMTP_URL" "PLENARY_IDENTITY_OPERATOR_CLIENT_SECRET" }}
- name: {{ . }}
  valueFrom:
    secretKeyRef: { name: {{ $secret }}, key: {{ . }} }
{{- end }}
{{- range list "PLENARY_STRIPE_SECRET_KEY" "PLENARY_STRIPE_CONNECT_WEBHOOK_SECRET" "PLENARY_STRIPE_PLATFORM_WEBHOOK_SECRET" "PLENARY_SIGN_IN_GOOGLE_CLIENT_ID" "PLENARY_SIGN_IN_GOOGLE_CLIENT_SECRET" "PLENARY_SIGN_IN_ORCID_CLIENT_ID" "PLENARY_SIGN_IN_ORCID_CLIENT_SECRET" }}
- name: {{ . }}
  valueFrom:
    secretKeyRef: { name: {{ $secret }}, key: {{ . }}, optional: true }
{{- end }}
{{- range $name, $value := .Values.settings }}
{{- if regexMatch "SECRET|PASSWORD|TOKEN|(REDIS|SEARCH|SMTP)_URL" $name }}
{{- fail (printf "settings.%s is a secret: it belongs into %s" $name $secret) }}
{{- end }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* A claim of many writers: (list . "files" .Values.files) */}}
{{- define "plenary.claim" -}}
{{- $root := index . 0 }}{{ $name := index . 1 }}{{ $of := index . 2 }}
{{- if not $of.existingClaim }}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ include "plenary.name" $root }}-{{ $name }}
  labels: {{- include "plenary.labels" $root | nindent 4 }}
  annotations:
    # what organizations have uploaded outlives a removed release
    helm.sh/resource-policy: keep
spec:
  accessModes: [ReadWriteMany]
  {{- with $of.storageClass }}
  storageClassName: {{ . }}
  {{- end }}
  resources:
    requests:
      storage: {{ $of.size }}
{{- end }}
{{- end -}}

{{- define "plenary.claimName" -}}
{{- (index . 2).existingClaim | default (printf "%s-%s" (include "plenary.name" (index . 0)) (index . 1)) -}}
{{- end -}}
