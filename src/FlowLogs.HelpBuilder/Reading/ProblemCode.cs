namespace FlowLogs.HelpBuilder.Reading;

/// <summary>The codes of everything that can be wrong with a page.</summary>
internal static class ProblemCode
{
    /// <summary>The folder holds no pages.</summary>
    public const string NoPages = "HELP001";

    /// <summary>The front matter is missing, or one of its keys is wrong.</summary>
    public const string FrontMatter = "HELP002";

    /// <summary>The title is missing, or is not the page's file name.</summary>
    public const string Title = "HELP003";

    /// <summary>A section or its contents are missing.</summary>
    public const string Missing = "HELP004";

    /// <summary>A heading that has no place in a page, or that is there twice.</summary>
    public const string Heading = "HELP005";

    /// <summary>Markdown that has no counterpart in help.</summary>
    public const string Markdown = "HELP006";

    /// <summary>A line of SYNTAX that cannot be read.</summary>
    public const string Syntax = "HELP010";

    /// <summary>A parameter of SYNTAX without an entry in PARAMETERS.</summary>
    public const string NotDescribed = "HELP011";

    /// <summary>SYNTAX and an entry in PARAMETERS say different things.</summary>
    public const string Disagreement = "HELP012";

    /// <summary>A key in a YAML block that is not known, or is there twice.</summary>
    public const string YamlKey = "HELP020";

    /// <summary>A value in a YAML block that is missing or is not one the key can have.</summary>
    public const string YamlValue = "HELP021";

    /// <summary>An example without its number, title or code.</summary>
    public const string Example = "HELP030";

    /// <summary>A related link that is not a link.</summary>
    public const string Link = "HELP031";
}
