import { spawn, type ChildProcess } from 'node:child_process';

// Lives in a session of its own and reads "+pid signal" and "-pid"; when its input ends, whatever is left is stopped.
const script = `
trap '' INT TERM HUP
list=""
while read -r line; do
  pid="\${line%% *}"; pid="\${pid#?}"
  case "$line" in
    +*) list="$list \${line#+}|" ;;
    -*) rest=""; IFS='|'; for entry in $list; do
          entry="\${entry# }"; [ "\${entry%% *}" = "$pid" ] || rest="$rest $entry|"
        done; unset IFS; list="$rest" ;;
  esac
done
pids=""
IFS='|'; for entry in $list; do
  entry="\${entry# }"; pid="\${entry%% *}"
  [ -n "$pid" ] && kill -s "\${entry##* }" -- "-$pid" 2>/dev/null && pids="$pids|$pid"
done
tries=0
while [ $tries -lt 30 ]; do
  alive=""
  for pid in $pids; do [ -n "$pid" ] && kill -s 0 -- "-$pid" 2>/dev/null && alive="$alive $pid"; done
  [ -z "$alive" ] && exit 0
  sleep 0.2; tries=$((tries + 1))
done
for pid in $pids; do [ -n "$pid" ] && kill -s KILL -- "-$pid" 2>/dev/null; done
`;

let guard: ChildProcess | undefined;

/** Sees to it that nothing outlives this process, even one ended by SIGKILL. */
export function watch(pid: number, stopSignal: NodeJS.Signals): void {
  write(`+${pid} ${stopSignal.replace(/^SIG/, '')}`);
}

export function unwatch(pid: number): void {
  if (guard) write(`-${pid}`);
}

function write(line: string): void {
  guard ??= start();
  guard.stdin?.write(`${line}\n`);
}

function start(): ChildProcess {
  const child = spawn('/bin/sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: '/' });
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  child.unref();
  const input: unknown = child.stdin;
  if (hasUnref(input)) input.unref();
  return child;
}

function hasUnref(stream: unknown): stream is { unref(): void } {
  return typeof stream === 'object' && stream !== null && 'unref' in stream && typeof stream.unref === 'function';
}
