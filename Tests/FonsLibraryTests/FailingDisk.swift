import Foundation
import Synchronization

@testable import FonsLibrary

/// A disk on which one operation fails, or that writes a few bytes at a time.
final class FailingDisk: FileOperations {
  enum Fault {
    /// The operation of that number fails, and none after it.
    case once(Int)
    /// It and all that follow.
    case from(Int)
    /// Nothing fails, but no write takes more than this many bytes.
    case shortWrites(Int)
    case none
  }

  private let fault: Fault
  private let code: Int32
  private let done = Mutex(0)
  private let local = LocalFiles()

  init(_ fault: Fault, code: Int32 = ENOSPC) {
    self.fault = fault
    self.code = code
  }

  /// Operations so far.
  var count: Int { done.withLock { $0 } }

  private func step(_ operation: String, _ path: String) throws {
    let number = done.withLock { done in
      defer { done += 1 }
      return done
    }
    let fails =
      switch fault {
      case .once(let place): number == place
      case .from(let place): number >= place
      case .shortWrites, .none: false
      }
    guard fails else { return }
    throw LibraryError.system(operation: operation, path: path, code: code, message: "as wished")
  }

  func open(_ path: String) throws -> Int32 {
    try step("open", path)
    return try local.open(path)
  }

  func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    try step("write", path)
    var most = bytes.count
    if case .shortWrites(let bytes) = fault { most = min(most, bytes) }
    return try local.write(
      descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<most]), at: offset, path)
  }

  func read(
    _ descriptor: Int32, into bytes: UnsafeMutableRawBufferPointer, at offset: Int, _ path: String
  ) throws -> Int {
    try step("read", path)
    return try local.read(descriptor, into: bytes, at: offset, path)
  }

  func sync(_ descriptor: Int32, _ path: String) throws {
    try step("sync", path)
    try local.sync(descriptor, path)
  }

  func rename(_ from: String, to: String) throws {
    try step("rename", to)
    try local.rename(from, to: to)
  }

  func syncFolder(_ path: String) throws {
    try step("sync", path)
    try local.syncFolder(path)
  }
}
