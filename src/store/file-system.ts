/**
 * Types of file systems, as statfs(2) on Linux gives them, on which SQLite's locks or its shared memory do not work
 * reliably or two machines may meet. Numbers from linux/magic.h and statfs(2).
 */
const remoteFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9P'],
  [0x5346414f, 'AFS'],
  [0x6b414653, 'AFS'],
  [0x73757245, 'Coda'],
  [0x564c, 'NCP'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x01161970, 'GFS2'],
  [0x7461636f, 'OCFS2'],
  [0x47504653, 'GPFS'],
  [0x19830326, 'BeeGFS'],
  [0x786f4256, 'VirtualBox shared folder'],
  [0xbacbacbc, 'VMware shared folder'],
]);

/** The name of a file system that a database file must not lie on; undefined for local ones and where the type says nothing. */
export function remoteFileSystemName(type: number): string | undefined {
  return remoteFileSystems.get(type >>> 0);
}
