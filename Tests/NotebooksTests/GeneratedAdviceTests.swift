import Foundation
import Notebooks
import TestSupport
import Testing

/// Statements of the help and of the lessons, each got wrong in many ways.
///
/// Whatever an error tells somebody to type is typed in the notebook in which it was told, and works;
/// where it claims to be what was meant, it shows what the statement shows that was meant.
@Suite("Advice to generated mistakes")
struct GeneratedAdviceTests {
  /// A statement that works, and the definitions before it.
  private struct Sample {
    var desk: Desk
    var statement: String
    var shown: String
  }

  private static let limits = Meter.Limits(operations: 3e7, bytes: 1e8)

  /// The statements that work and cost little, in the order in which the source has them.
  private static func samples(_ statements: [String], after setting: String) -> [Sample] {
    var desk = Desk(after: setting)
    desk.meter = Meter(limits: limits)
    var samples: [Sample] = []
    for statement in statements where !statement.contains("\n") {
      let before = desk
      guard desk.failure(statement) == nil, let shown = shown(statement, desk) else { continue }
      samples.append(Sample(desk: before, statement: statement, shown: shown))
    }
    return samples
  }

  private static let ofHelp: [Sample] = BuiltIns.functions.flatMap {
    samples($0.examples, after: lecture)
  }

  private static let ofLessons: [Sample] = {
    let folder = Repository.url("lessons").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().flatMap { name -> [Sample] in
      guard let text = try? Repository.text("lessons/\(name)") else { return [] }
      let cells = text.components(separatedBy: "```fathom\n").dropFirst().flatMap { part in
        (part.components(separatedBy: "\n```").first ?? "").split(separator: "\n").map(String.init)
      }
      return samples(cells, after: lecture)
    }
  }()

  /// What a statement shows, with the value of what it defines; nil where it fails.
  private static func shown(_ statement: String, _ desk: Desk) -> String? {
    var desk = desk
    desk.meter = Meter(limits: limits)
    guard desk.failure(statement) == nil else { return nil }
    let parsed = Parser.statements(of: statement)
    guard parsed.count == 1, case .success(let read) = parsed[0] else { return nil }
    guard case .definition(let name, _) = read.kind else { return desk.show(statement) }
    return desk.failure(name) == nil ? desk.show(name) : nil
  }

  private static func fails(_ statement: String, _ desk: Desk) -> Failure? {
    var desk = desk
    desk.meter = Meter(limits: limits)
    if let failure = desk.failure(statement) { return failure }
    guard let read = Parser.statements(of: statement).last, case .success(let last) = read,
      case .definition(let name, _) = last.kind
    else { return nil }
    guard let failure = desk.failure(name) else { return nil }
    // A definition may wait for a name that comes later.
    if case .name(.unknownName(let missing, nil, _)) = failure.problem, missing != name {
      return nil
    }
    return failure
  }

  private static func isTooDear(_ failure: Failure) -> Bool {
    switch failure.problem {
    case .bound(.tooDear), .bound(.tooLarge): true
    default: false
    }
  }

  /// What went wrong where the advice was typed; nil where it works.
  private static func fault(of advice: Advice, to failure: Failure, _ desk: Desk) -> Failure? {
    let alone =
      switch advice.place {
      case .behind(let words): "\(words) \(advice.text)"
      case .line, .instead: advice.text
      }
    let mended = failure.mended(by: advice)?.text
    if let mended, fails(mended, desk) == nil { return nil }
    return fails(alone, desk).flatMap { isTooDear($0) ? nil : $0 }
  }

  private struct Count {
    var mistakes = 0
    var advice = 0
    var meant = 0
    var recovered = 0
    var meaning = 0
  }

  private func check(_ samples: [Sample], _ seed: Int, mistakes: Int) -> Count {
    var random = SplitMix64(seed: UInt64(seed))
    var count = Count()
    for _ in 0..<mistakes {
      let sample = random.pick(samples)
      let slip = random.pick(Slip.allCases)
      guard let wrong = slip.applied(to: sample.statement, &random) else { continue }
      let desk = random.chance(4) ? Desk() : sample.desk
      guard let raw = Self.fails(wrong, desk), !Self.isTooDear(raw) else { continue }
      let failure = desk.notebook.advised(raw)
      count.mistakes += 1
      let inPlace = desk.notebook.definitions.order == sample.desk.notebook.definitions.order
      if slip.keepsMeaning, inPlace { count.meaning += 1 }
      var isRecovered = false
      for advice in failure.advice {
        count.advice += 1
        let fault = Self.fault(of: advice, to: failure, desk)
        #expect(
          fault == nil,
          "\(wrong): \(failure.message): \(advice.text): \(fault?.message ?? "")"
        )
        guard slip.keepsMeaning, inPlace, let mended = failure.mended(by: advice)?.text,
          let shown = Self.shown(mended, desk)
        else { continue }
        if shown == sample.shown { isRecovered = true }
        guard advice.isMeant else { continue }
        count.meant += 1
        #expect(
          shown == sample.shown,
          "\(sample.statement) became \(wrong): \(failure.message): \(mended)"
        )
      }
      if isRecovered { count.recovered += 1 }
    }
    return count
  }

  @Test("to statements of the help works, and means what it claims", arguments: 0..<8)
  func help(_ seed: Int) {
    let count = check(Self.ofHelp, seed, mistakes: 500)
    #expect(count.mistakes >= 150 && count.advice >= 50 && count.meant >= 20, "\(count)")
    #expect(2 * count.recovered >= count.meaning, "\(count)")
  }

  @Test("to cells of the lessons works, and means what it claims", arguments: 0..<4)
  func lessons(_ seed: Int) {
    let count = check(Self.ofLessons, 100 + seed, mistakes: 500)
    #expect(count.mistakes >= 150 && count.advice >= 50 && count.meant >= 20, "\(count)")
    #expect(2 * count.recovered >= count.meaning, "\(count)")
  }
}
