# A Slurm cluster of one node on the loopback interface, for a script that sources this: start_cluster FOLDER, stop_cluster.
# Only for tests: a real cluster has its own configuration, and none of this is needed on it. Needs root, munge and slurm-wlm.

cluster_pids=()

# free_port: a TCP port that nobody listens on.
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# start_cluster FOLDER: starts munged, slurmctld and slurmd with all of their files in FOLDER, and waits for the node.
start_cluster() {
  local folder=$1 host cpus try
  host=$(hostname -s)
  cpus=$(nproc)
  mkdir -p "$folder/state" "$folder/spool"
  chmod 755 "$(dirname "$folder")" "$folder"
  mungekey --create --keyfile="$folder/munge.key"
  munged --foreground --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
    --log-file="$folder/munged.log" --seed-file="$folder/munged.seed" --force >"$folder/munged.out" 2>&1 &
  cluster_pids+=($!)

  cat >"$folder/slurm.conf" <<CONF
ClusterName=private
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CryptoType=crypto/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
# No control groups and no accounting: neither needs to be there, in a container for example.
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$folder/slurm.conf

  slurmctld -D >"$folder/slurmctld.out" 2>&1 &
  cluster_pids+=($!)
  slurmd -D -N "$host" >"$folder/slurmd.out" 2>&1 &
  cluster_pids+=($!)

  for ((try = 0; try < 60; try++)); do
    if [[ $(sinfo --noheader --format=%T 2>/dev/null) == idle ]]; then return; fi
    sleep 0.5
  done
  echo 'the cluster does not come up:' >&2
  tail -n 20 "$folder"/*.out "$folder"/*.log >&2
  return 1
}

# stop_cluster: ends what start_cluster started, jobs first.
stop_cluster() {
  local pid
  if ((${#cluster_pids[@]} == 0)); then return; fi
  timeout 10 scancel --user=root >/dev/null 2>&1 || true
  for pid in $(printf '%s\n' "${cluster_pids[@]}" | tac); do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  cluster_pids=()
}
