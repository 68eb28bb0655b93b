/// Writes a whole file aside, synced and renamed.
public enum AtomicOutput {
  /// Writes through a link to what it leads to, and straight into a pipe or a device, which nothing
  /// can take the place of.
  ///
  /// - Throws: `LibraryError.system`.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    if System.isSpecial(path) {
      let descriptor = try System.openExisting(path)
      defer { System.close(descriptor) }
      try bytes.withUnsafeBytes { try System.writeAll(descriptor, $0, path) }
      return
    }
    let file = try AtomicFile(System.resolved(path))
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }
}
