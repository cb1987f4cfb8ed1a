import DeepNetworks
import Foundation
import Testing

/// The rows of values.json: what the engine must reproduce.
struct ReferenceTable {
  /// A value as it is written there.
  enum Value {
    case number(Double)
    case text(String)
    case list([Value])
    case object([String: Value])
    case null

    init(_ json: Any?) {
      switch json {
      case let text as String: self = .text(text)
      case let number as NSNumber: self = .number(number.doubleValue)
      case let list as [Any]: self = .list(list.map { Value($0) })
      case let object as [String: Any]: self = .object(object.mapValues { Value($0) })
      default: self = .null
      }
    }

    var double: Double? {
      switch self {
      case .number(let number): number
      case .text(let text): Double(text)
      case .list, .object, .null: nil
      }
    }

    var text: String? {
      guard case .text(let text) = self else { return nil }
      return text
    }

    /// The number with all the digits that stand there.
    func extended() throws -> Extended {
      switch self {
      case .text(let text): return try #require(Extended(decimal: text))
      case .number(let number): return Extended(number)
      case .list, .object, .null: throw Missing()
      }
    }

    var list: [Value] {
      guard case .list(let list) = self else { return [] }
      return list
    }

    subscript(key: String) -> Value {
      guard case .object(let object) = self else { return .null }
      return object[key] ?? .null
    }
  }

  struct Missing: Error {}

  struct Row: CustomTestStringConvertible {
    let id: String
    let setup: Value
    let value: Value

    var testDescription: String { id }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  /// The text of a suite's file.
  static func source(of suite: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent("\(suite).swift"), encoding: .utf8)
  }

  static let rows: [Row] = {
    let url = folder.appendingPathComponent("values.json")
    guard let data = try? Data(contentsOf: url),
      let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return list.compactMap { row in
      guard let id = row["id"] as? String else { return nil }
      return Row(id: id, setup: Value(row["setup"]), value: Value(row["value"]))
    }
  }()

  /// The rows whose id begins with one of these.
  static func rows(_ prefixes: String...) -> [Row] {
    rows.filter { row in prefixes.contains { row.id.hasPrefix($0) } }
  }

  static func value(_ id: String) -> Value {
    rows.first { $0.id == id }?.value ?? .null
  }
}
