import Foundation
import TestSupport
import Testing

/// Checks JSON against a schema, as far as schemas of ours go (JSON Schema 2020-12).
struct SchemaCheck {
  private let schema: [String: Any]

  init(_ text: String) throws {
    schema = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What is wrong with a text, each with its place.
  func problems(of text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return problems(value, schema, "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    var found: [String] = []
    for (word, rule) in schema {
      switch word {
      case "$schema", "title", "$defs", "required", "additionalProperties": break
      case "$ref":
        let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
        let definition = (self.schema["$defs"] as? [String: Any])?[name] as? [String: Any]
        found += definition.map { problems(value, $0, place) } ?? ["\(place): no \(name)"]
      case "type":
        let names = (rule as? [String]) ?? [rule as? String ?? ""]
        if !names.contains(where: { Self.isOf($0, value) }) {
          found.append("\(place): no \(names)")
        }
      case "const": if !Self.same(value, rule) { found.append("\(place): not \(rule)") }
      case "enum":
        if !(rule as? [Any] ?? []).contains(where: { Self.same(value, $0) }) {
          found.append("\(place): not one of \(rule)")
        }
      case "minimum":
        if let number = value as? NSNumber, number.doubleValue < (rule as? Double ?? 0) {
          found.append("\(place): below \(rule)")
        }
      case "minItems":
        if let items = value as? [Any], items.count < (rule as? Int ?? 0) {
          found.append("\(place): too few")
        }
      case "pattern":
        if let text = value as? String, let pattern = rule as? String,
          text.range(of: pattern, options: .regularExpression) == nil
        {
          found.append("\(place): \(text)")
        }
      case "items":
        for (index, item) in (value as? [Any] ?? []).enumerated() {
          found += problems(item, rule as? [String: Any] ?? [:], "\(place)[\(index)]")
        }
      case "anyOf":
        let branches = rule as? [[String: Any]] ?? []
        let results = branches.map { problems(value, $0, place) }
        if !results.contains([]) { found += results.min { $0.count < $1.count } ?? [place] }
      case "properties": found += members(value, schema, rule as? [String: Any] ?? [:], place)
      default: found.append("\(place): the check doesn't know \"\(word)\"")
      }
    }
    return found
  }

  private func members(
    _ value: Any,
    _ schema: [String: Any],
    _ rules: [String: Any],
    _ place: String
  ) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    var found: [String] = []
    for key in schema["required"] as? [String] ?? [] where object[key] == nil {
      found.append("\(place): no \(key)")
    }
    for (key, member) in object {
      if let rule = rules[key] as? [String: Any] {
        found += problems(member, rule, "\(place).\(key)")
      } else {
        found.append("\(place): \(key) is unknown")
      }
    }
    return found
  }

  private static func isOf(_ type: String, _ value: Any) -> Bool {
    let isTruth = (value as? NSNumber).map { isFlag($0) } ?? false
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "null": return value is NSNull
    case "boolean": return isTruth
    case "integer":
      return !isTruth
        && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": return !isTruth && value is NSNumber
    default: return false
    }
  }

  private static func isFlag(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  private static func same(_ left: Any, _ right: Any) -> Bool {
    if left is NSNull || right is NSNull { return left is NSNull && right is NSNull }
    if let left = left as? String, let right = right as? String { return left == right }
    if let left = left as? NSNumber, let right = right as? NSNumber { return left == right }
    return false
  }

  /// The same by Debian's python3-jsonschema.
  static func byAnotherValidator(
    _ text: String,
    schema: String = "Sources/Grading/Schemas/grade-report.schema.json"
  ) throws {
    let folder = try Folder()
    let file = try folder.file("report.json", text)
    let schema = Repository.path(schema)
    let validate =
      "import json, jsonschema, sys; jsonschema.validate(*[json.load(open(p)) for p in sys.argv[1:]]); print('valid')"
    let run = Programs.run(["/usr/bin/python3", "-c", validate, file, schema])
    #expect(run.output.hasSuffix("valid\n"), "\(run.output)")
  }
}
