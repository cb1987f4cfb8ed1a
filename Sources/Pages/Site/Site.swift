import Lessons

/// The pages of several lessons, in their order, with a page that lists them.
package struct Site: Sendable {
  package let title: String
  package let documents: [Document]
  /// The titles under which they stand; empty where there are none.
  private let groups: [LessonGroup]

  package init(title: String, _ documents: [Document], groups: [LessonGroup] = []) {
    (self.title, self.documents, self.groups) = (title, documents, groups)
  }

  /// The documents under their titles; behind them, without one, those that no group names.
  private var listed: [(title: String?, documents: [Document])] {
    var listed: [(title: String?, documents: [Document])] = groups.map { group in
      (group.title, documents.filter { group.ids.contains($0.name) })
    }
    let named = Set(groups.flatMap(\.ids))
    listed.append((nil, documents.filter { !named.contains($0.name) }))
    return listed.filter { !$0.documents.isEmpty }
  }

  /// A file of the site and what stands in it.
  package struct File: Sendable {
    package let name: String
    package let text: String
  }

  private func place(_ index: Int) -> PagePlace {
    func neighbour(_ index: Int) -> (name: String, title: String)? {
      documents.indices.contains(index) ? (documents[index].name, documents[index].title) : nil
    }
    return PagePlace(index: title, previous: neighbour(index - 1), next: neighbour(index + 1))
  }

  /// The site as HTML files that need nothing but each other.
  package var html: [File] {
    [File(name: "index.html", text: index)]
      + documents.enumerated().map { index, document in
        File(name: "\(document.name).html", text: document.html(in: place(index)))
      }
  }

  /// The site as Markdown, with the list where a forge shows it.
  package var markdown: [File] {
    [File(name: "README.md", text: list)]
      + documents.enumerated().map { index, document in
        File(name: "\(document.name).md", text: document.markdown(in: place(index)))
      }
  }

  private var index: String {
    var html = HTMLText()
    html.page(title: title, language: documents.first?.language ?? "en") { html in
      html.element("header") { $0.element("h1", title) }
      html.element("main", ["id": "main"]) { html in
        var first = 1
        for group in listed {
          if let title = group.title { html.element("h2", title) }
          html.list(group.documents, from: first)
          first += group.documents.count
        }
      }
      html.element("footer") { $0.element("p", "Made by fathom.") }
    }
    return html.text
  }

  private var list: String {
    var markdown = MarkdownText()
    markdown.heading(1, title)
    for group in listed {
      if let title = group.title { markdown.heading(2, title) }
      for document in group.documents {
        markdown.paragraph {
          $0.link(document.title, "\(document.name).md")
          $0.words(": \(document.summary?.plain ?? "")")
          $0.words(" (\(document.facts.joined(separator: ", ")))")
        }
      }
    }
    return markdown.text
  }
}

extension HTMLText {
  /// Pages of a course, numbered on from those above.
  fileprivate mutating func list(_ documents: [Document], from first: Int) {
    element("ol", first == 1 ? [:] : ["start": "\(first)"]) { html in
      for document in documents {
        html.element("li") { html in
          html.element("p") { html in
            html.element("a", ["href": "\(document.name).html"]) { html in
              html.element("strong", document.title)
            }
          }
          if let summary = document.summary { html.prose(summary) }
          html.element("p", ["class": "facts"], document.facts.joined(separator: " · "))
        }
      }
    }
  }
}
