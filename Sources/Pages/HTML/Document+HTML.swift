import Lessons
import TerminalText

extension Document {
  /// The page as one HTML file that asks for no other, needs no script and runs none; in a course with the
  /// ways to its neighbours.
  package func html(in course: PagePlace? = nil) -> String {
    var html = HTMLText()
    html.page(title: title, language: language) { html in
      if let course { html.ways(course) }
      html.element("header") { html in
        html.element("h1", title)
        if let summary { html.prose(summary) }
        html.element("p", ["class": "facts"], facts.joined(separator: " · "))
        if !objectives.isEmpty {
          html.element("p", "Afterwards you can:")
          html.items(objectives)
        }
      }
      html.contents(sections.filter { !$0.title.isEmpty })
      html.element("main", ["id": "main"]) { html in
        for section in sections where !section.pieces.isEmpty { html.section(section) }
        if !takeaways.isEmpty {
          html.element("section", ["id": "takeaways"]) { html in
            html.element("h2", "What to take along")
            html.items(takeaways)
          }
        }
      }
      html.element("footer") { html in
        html.element("p") { html in
          html.words("Made by fathom from \(origin). To change its numbers, type ")
          html.element("code", command)
          html.words(" in a shell.")
        }
      }
    }
    return html.text
  }
}

extension HTMLText {
  /// A whole file around what stands in its body.
  mutating func page(title: String, language: String, _ body: (inout HTMLText) -> Void) {
    doctype()
    element("html", ["lang": language, "xmlns": "http://www.w3.org/1999/xhtml"]) { html in
      html.element("head") { html in
        html.void("meta", ["charset": "utf-8"])
        html.void(
          "meta",
          ["name": "viewport", "content": "width=device-width, initial-scale=1"]
        )
        // Whatever might have come in, nothing runs and nothing is fetched.
        html.void(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ]
        )
        html.void("meta", ["name": "color-scheme", "content": "light dark"])
        html.element("title", title)
        html.style(StyleSheet())
      }
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#main"], "To the text")
        body(&html)
      }
    }
  }

  /// A list of short texts.
  mutating func items(_ items: [Prose]) {
    element("ul") { html in
      for item in items { html.element("li") { $0.inline(item) } }
    }
  }

  fileprivate mutating func contents(_ sections: [Document.Section]) {
    guard sections.count > 1 else { return }
    element("nav", ["aria-label": "Steps"]) { html in
      html.element("ol", ["class": "steps"]) { html in
        for section in sections {
          html.element("li") { $0.element("a", ["href": "#\(section.id)"], section.title) }
        }
      }
    }
  }

  fileprivate mutating func section(_ section: Document.Section) {
    guard !section.title.isEmpty else {
      for piece in section.pieces { self.piece(piece) }
      return
    }
    element("section", ["id": section.id]) { html in
      html.element("h2", section.title)
      for piece in section.pieces { html.piece(piece) }
    }
  }

  fileprivate mutating func ways(_ place: PagePlace) {
    element("nav", ["class": "course", "aria-label": "Course"]) { html in
      html.element("ul") { html in
        for (words, link) in place.ways("html") {
          html.element("li") { html in html.element("a", ["href": link], words) }
        }
      }
    }
  }
}
