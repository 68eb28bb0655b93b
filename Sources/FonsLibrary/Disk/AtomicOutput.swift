/// Writes a whole file aside, synced and renamed.
public enum AtomicOutput {
  /// - Throws: `LibraryError.system`.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try AtomicFile(path)
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }
}
