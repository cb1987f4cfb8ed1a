import Lessons
import Pages
import SessionSupport
import Sessions
import TestSupport
import Testing

/// A page without keys holds none: not in the same words, not by value.
@Suite struct SecrecyTests {
  @Test(arguments: Shipped.names)
  func noKeyIsSpelt(_ name: String) throws {
    let lesson = try Shipped.lesson(name)
    let document = try Shipped.pageWithoutKeys(name)
    for text in [document.html(), document.markdown()] {
      let said = Self.letters(Element.parse(text)?.text ?? text.replacing("\\", with: ""))
      for secret in Self.secrets(of: lesson) {
        #expect(!said.contains(Self.letters(secret)), "\(secret)")
      }
      #expect(!text.contains("class=\"key\"") && !text.contains("Right:"))
    }
    // With keys they are there: the search finds what is to be found.
    let full = try Document(lesson, withKeys: true).html()
    let said = Self.letters(try #require(Element.parse(full)).text)
    let notes = Self.notes(of: lesson)
    for secret in Self.secrets(of: lesson) where !notes.contains(secret) {
      #expect(said.contains(Self.letters(secret)), "\(secret)")
    }
  }

  /// A number in what is read before the question, and in its hints, is none of its key's.
  ///
  /// Figures are left out: what they say in words is what `:describe` says of them to every learner.
  @Test(arguments: Shipped.names)
  func noKeyIsThereByValue(_ name: String) throws {
    let lesson = try Shipped.lesson(name)
    let html = try Shipped.pageWithoutKeys(name).html()
    let page = try #require(Element.parse(html.replacing(/<figure[\s\S]*?<\/figure>/, with: "")))
    let session = Session(lesson)
    var searched = 0
    for question in lesson.questions {
      guard case .counted = question.credit, !question.isRead, case .number = question.kind,
        let answer = session.key(of: question)?.answer,
        let key = Double(answer.split(separator: "=").last?.trimmed ?? "")
      else { continue }
      searched += 1
      let asked = try #require(
        page.all("div").first {
          $0.attributes["class"] == "question"
            && $0.children.first?.text == "Question \(question.id.value)"
        }
      )
      let own = Set(Self.numbers(in: asked.children[1].text))
      var before: [String] = []
      let whole = page.text
      if let place = whole.firstRange(of: asked.text) {
        before.append(String(whole[..<place.lowerBound]))
      }
      before += asked.all("details").map(\.text)
      for number in before.flatMap(Self.numbers) where !own.contains(number) {
        guard let value = Double(number), Self.digits(number) >= 3 else { continue }
        #expect(abs(value - key) > 1e-3 * abs(key), "\(question.id.value): \(number)")
      }
    }
    #expect(
      searched > 0
        || !lesson.questions.contains { if case .number = $0.kind { true } else { false } }
    )
  }

  /// Without keys a session says of no answer whether it is right, and shows no explanation.
  @Test func sessionsTellNothing() throws {
    let lesson = try Growth.lesson()
    let lines = Growth.diligent + [":score", ":answer power", ":skip", ":answer tiny", ":skip"]
    let text = try page(lines, on: lesson).html()
    for told in ["Right.", "times itself", "About 7.45e-9", "What is below one shrinks", "Marks"] {
      #expect(!text.contains(told), "\(told)")
      #expect(try page(lines, on: lesson, withKeys: true).html().contains(told), "\(told)")
    }
    // What somebody answered is theirs.
    #expect(text.contains("0.5^27") && text.contains("Because each layer multiplies."))
  }

  @Test func aLessonThatShowsItsKeyHasNoPageWithoutKeys() throws {
    let text = try Growth.text().replacing("It is not zero.", with: "It is 7.4505806e-9.")
    let lesson = try SessionSupport.lesson(text)
    #expect(throws: KeysShow.self) { try Document(lesson, withKeys: false) }
    _ = try Document(lesson, withKeys: true)
  }

  private static func notes(of lesson: Lesson) -> [String] {
    (lesson.opening + lesson.steps.flatMap(\.blocks)).flatMap { block in
      if case .speaker(let note) = block { note.prose.paragraphs.map(\.plain) } else { [String]() }
    }
  }

  /// Explanations, what wrong answers mean, and what the instructor is told.
  private static func secrets(of lesson: Lesson) -> [String] {
    let counted = lesson.questions.filter {
      if case .counted = $0.credit { true } else { false }
    }
    let said = counted.flatMap { question in
      (question.explain.map { [$0] } ?? []) + question.misconceptions.map(\.meaning)
    }
    // A placeholder is a value on the page.
    return
      (said.flatMap(\.paragraphs).filter(\.placeholders.isEmpty).map(\.plain)
      + notes(of: lesson)).filter { letters($0).count >= 20 }
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private static func numbers(in text: String) -> [String] {
    text.matches(of: /[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?/).map { String($0.output) }
  }

  /// Digits that say something.
  private static func digits(_ number: String) -> Int {
    let mantissa = number.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
    return number.contains(".") ? mantissa.count : mantissa.reversed().drop { $0 == "0" }.count
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
