import Foundation
import Lessons
import SessionSupport
import Sessions
import TerminalText
import TestSupport
import Testing

/// A talk: pieces that are revealed and taken back, and the votes of a room.
struct PresentationTests {
  /// Somebody who presses the key for the next piece.
  private struct Talk {
    var session: Session
    var presentation = Presentation()
    /// What the session was given.
    var inputs: [String] = []

    init(_ lesson: Lesson) {
      session = Session(lesson)
      session.isTalk = true
      presentation.take(session.begin(), of: session)
    }

    mutating func next() -> Shown? {
      for _ in 0..<100 {
        if let piece = presentation.reveal() { return piece }
        guard let input = presentation.nextInput(session) else { return nil }
        enter(input)
      }
      Issue.record("the session does not go on")
      return nil
    }

    mutating func enter(_ input: String) {
      inputs.append(input)
      presentation.take(session.handle(.line(input)), of: session, behind: input)
    }

    /// All pages with what stands on each.
    var pages: [[Shown]] {
      var copy = presentation
      return (0..<session.stepNames.count).compactMap { copy.turn(to: $0) ? copy.stage : nil }
    }
  }

  private static let names = ["tour", "product", "scaling", "gradients"]

  private func shipped(_ name: String) throws -> Lesson {
    let folder = Repository.path("lessons")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let file = try #require(files.first { $0.hasSuffix("-\(name).lesson.md") })
    return try lesson(String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))
  }

  @Test(arguments: names)
  func whatIsTakenBackComesAgainAsItStoodWithoutTheSession(name: String) throws {
    var talk = Talk(try shipped(name))
    var count = 0
    while talk.next() != nil { count += 1 }
    #expect(talk.pages.count == talk.session.stepNames.count)
    // Each piece was promised on its page, and no more.
    #expect(talk.presentation.total(talk.session) == talk.presentation.stage.count)
    let (pages, inputs) = (talk.pages, talk.inputs.count)
    var back = 0
    while talk.presentation.takeBack() { back += 1 }
    #expect(talk.presentation.stage.isEmpty && talk.presentation.page?.step == 0)
    // A title is turned to without a piece of its own being revealed.
    #expect(back == count)
    while talk.next() != nil {}
    #expect(talk.pages == pages)
    #expect(talk.inputs.count == inputs)
  }

  @Test func aJumpLosesNothingAndTheWayThereIsFound() throws {
    let lesson = try shipped("scaling")
    var straight = Talk(lesson)
    while straight.next() != nil {}
    var talk = Talk(lesson)
    for _ in 0..<4 { _ = talk.next() }
    let stage = talk.presentation.stage
    let isThere = talk.presentation.turn(to: 4)
    #expect(!isThere)
    talk.enter(":go 5")
    _ = talk.presentation.turn(to: 4)
    #expect(talk.presentation.stage.isEmpty)
    _ = talk.next()
    #expect(talk.presentation.page?.step == 4 && talk.presentation.stage.count == 1)
    _ = talk.presentation.turnBack()
    #expect(talk.presentation.stage == stage)
    // From here to the end each step comes in its place, as if nobody had jumped.
    while talk.next() != nil {}
    #expect(talk.pages.map(\.count) == straight.pages.map(\.count))
    #expect(talk.presentation.page?.step == 7)
  }

  @Test func keysComeOnlyWithTheReveal() throws {
    var talk = Talk(try shipped("scaling"))
    while talk.presentation.question != "floor", talk.next() != nil {}
    #expect(talk.presentation.question == "floor")
    let question = talk.presentation.stage.count
    _ = talk.next()
    guard case .message(let told)? = talk.presentation.stage.last else {
      Issue.record("no key")
      return
    }
    #expect(talk.presentation.stage.count == question + 1)
    #expect(told.plain.hasPrefix("Right: b\na: ") && told.plain.contains("\nc: "))
    var graded = Talk(
      try lesson(Growth.text().replacing("format = 1", with: "format = 2\nmode = \"graded\""))
    )
    while graded.next() != nil {}
    #expect(!graded.pages.joined().contains { if case .message = $0 { true } else { false } })
  }

  @Test func choicesStandInTheOrderOfTheirLetters() throws {
    for name in Self.names {
      var talk = Talk(try shipped(name))
      while talk.next() != nil {}
      for case .question(let text) in talk.pages.joined() {
        #expect(text.choices.map(\.letter) == text.choices.map(\.letter).sorted())
      }
    }
  }

  // MARK: - Votes

  private func vote(
    _ lines: [String],
    on question: String
  ) throws -> (seen: String, figures: [String]) {
    var player = Player(try shipped("scaling"))
    player.session.isTalk = true
    for _ in 0..<40 where player.session.prompt != .answer(question) {
      player.type(player.session.prompt == .notebook ? "" : ":skip")
    }
    #expect(player.session.prompt == .answer(question))
    let seen = player.type(lines)
    return (seen, player.figures)
  }

  @Test(arguments: [
    ":vote a 12 b 3 c 7", ":vote a: 12, b: 3, c: 7", ":vote C 7 A 12 B 3", ":vote 12 3 7",
    ":vote a=12 b=3 c=7",
  ])
  func handsAreCountedHoweverTheyAreWritten(line: String) throws {
    let figure = try #require(vote([line], on: "floor").figures.first)
    let rows = figure.split(separator: "\n")
    #expect(rows[0].contains("22 hands"))
    #expect(zip(rows.dropFirst(), ["a", "b", "c"]).allSatisfy { $0.hasPrefix($1) })
    #expect(zip(rows.dropFirst(), [" 12 |", " 3 |", " 7 |"]).allSatisfy { $0.contains($1) })
  }

  @Test func aSecondVoteStandsBesideTheFirst() throws {
    let figure = try #require(vote([":vote 12 3 7", ":vote 1 20 1"], on: "floor").figures.first)
    let rows = figure.split(separator: "\n")
    #expect(rows[0].contains("22 hands before, 22 now"))
    #expect(rows.dropFirst().filter { $0.contains(" before ") }.count == 3)
    #expect(rows.count == 7)
  }

  @Test(arguments: [
    ":vote a", ":vote a 12 b", ":vote d 3", ":vote a 1 a 2", ":vote 1 2", ":vote a -1",
    ":vote a many",
    ":vote a 1000000",
  ])
  func whatIsNoVoteSaysHowOneIsWritten(line: String) throws {
    let seen = try vote([line], on: "floor").seen
    #expect(
      seen.contains(
        "is no vote. Write the letters and their hands, as in :vote a 12 b 3, or 3 counts"
      )
    )
  }

  @Test func noMoreAnswersAreCountedThanBarsCanBeToldApart() throws {
    let many = (1...26).map { "\($0) 1" }.joined(separator: " ")
    #expect(try vote([":vote \(many)"], on: "guess").figures.count == 1)
    for more in [many + " 27 1", many + String(repeating: " 27 1", count: 100_000)] {
      #expect(try vote([":vote \(more)"], on: "guess").figures.isEmpty)
    }
  }

  @Test func theClasssNumbersAreDrawnIntoTheFigureThatAnswers() throws {
    var player = Player(try shipped("scaling"))
    player.session.isTalk = true
    while player.session.prompt != .answer("guess") { player.type("") }
    player.type(":vote 100 5 1500 12")
    let shown = player.type(":next")
    #expect(shown.filter { $0 == "?" }.count > 2)
    #expect(shown.contains("the class's guesses") && !shown.contains("your guess"))
    #expect(try vote([":vote 30"], on: "guess").seen.contains("as in :vote 2000 5 30 2"))
  }

  @Test func aTalkClosesNothing() throws {
    var player = Player(try shipped("scaling"))
    player.session.isTalk = true
    for _ in 0..<200 where player.session.prompt != .notebook || !player.session.isAllShown {
      player.type(player.session.prompt == .notebook ? "" : ":skip")
    }
    for question in player.session.questions {
      #expect(!player.type(":answer \(question.id.value)").contains("nothing now"))
    }
  }
}
