import Lessons
import Pages
import SessionSupport
import TestSupport
import Testing

/// Nothing of a lesson or a transcript reaches a page as anything but words.
@Suite struct HostileTests {
  private static let words = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)", "</pre></code></main>", "<!-- --> ]]> &lt; &#60; &unknown;",
    "javascript:alert(1)", "{{7*7}} ${7*7}", "\u{1B}[2J\u{7}\u{0}", "\u{202E}txet\u{200B}\u{FEFF}",
    noCharacters, "a\u{2028}b\u{85}c",
  ]

  /// Scalars that no text may hold, and no literal does.
  private static let noCharacters = String(
    String.UnicodeScalarView(
      [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF].compactMap { Unicode.Scalar($0 as UInt32) }
    )
  )

  @Test func inLessons() throws {
    for (index, hostile) in Self.words.enumerated() where !Self.isRefused(hostile) {
      let text = try Growth.text()
        .replacing("A small lesson with each kind of question.", with: "Words `\(hostile)` here.")
        .replacing("large = \"1.5\"", with: "large = '''`\(hostile)`'''")
        .replacing("\"each layer's factor\"", with: "'''`\(hostile)`'''")
        .replacing("hints = [\"A power.\"]", with: "hints = ['''`\(hostile)`''']")
      let lesson = try SessionSupport.lesson(text)
      let page = try check(try Document(lesson, withKeys: true).html())
      let shown = page.all("code").map(\.text)
      // What is not ASCII here is shown by its code point.
      if hostile.allSatisfy(\.isASCII) { #expect(shown.contains(hostile), "\(index): \(shown)") }
    }
  }

  /// What no lesson file may hold.
  private static func isRefused(_ words: String) -> Bool {
    words.unicodeScalars.contains {
      $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x2028
    } || words.contains("<!--") || words.contains("{{")
  }

  @Test func inTranscripts() throws {
    let lines = Self.words.flatMap {
      [$0, ":note \($0)", "? \($0)", "plot [1, 2] titled \"\($0)\""]
    }
    for learner in ["Ada", "<script>alert(1)</script>\u{1B}[2J"] {
      try check(try page(lines, on: try Growth.lesson(), learner: learner).html())
      try check(try page(["", "", ":next"] + lines, on: try Growth.lesson()).html())
      try check(try page(lines, notebook: "\"><script>", learner: learner).html())
    }
  }

  @Test func whatIsTypedIsShown() throws {
    let html = try page(["# <b>bold</b> & \"quoted\""]).html()
    let page = try check(html)
    #expect(page.all("code").map(\.text).contains("# <b>bold</b> & \"quoted\""))
    #expect(html.contains("# &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;"))
  }

  @discardableResult
  private func check(_ html: String) throws -> Element {
    let page = try #require(Element.parse(html), "not well-formed")
    for name in ["script", "img", "iframe", "b", "object", "link", "base", "form"] {
      #expect(page.all(name).isEmpty, "\(name)")
    }
    #expect(!page.all.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
    #expect(
      !html.unicodeScalars.contains { scalar in
        (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
          || [0x200B, 0x202E, 0x2028, 0xFEFF, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF].contains(
            scalar.value
          )
      }
    )
    return page
  }

  /// Markdown has no element of anybody else's, and no link: only fences and code hold them as they are.
  @Test func inMarkdown() throws {
    let markdown = try page(
      Self.words + ["# ![a](http://x) [b](javascript:1) ``` ~~~"],
      on: try Growth.lesson(),
      learner: "*Ada* <b> [x](y)"
    ).markdown()
    #expect(markdown.contains("by \\*Ada\\* \\<b\\> \\[x\\](y)"))
    var fence: Substring?
    for line in markdown.split(separator: "\n") {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if ticks.count >= open.count, ticks.count == line.count { fence = nil }
        continue
      }
      if ticks.count >= 3 {
        fence = ticks
        continue
      }
      let words = line.replacing(/`+[^`]*`+/, with: "").replacing(/\\[<>\[\]]/, with: "")
        .replacing(/<details><summary>[^<]*<\/summary>|<\/details>/, with: "")
      #expect(!words.contains("<") && !words.contains("]("), "\(line)")
    }
    #expect(fence == nil)
  }
}
