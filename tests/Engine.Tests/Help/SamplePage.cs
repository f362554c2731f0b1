namespace FlowLogs.Tests.Help;

/// <summary>A short page without a problem, to be spoilt by the tests.</summary>
internal static class SamplePage
{
    public const string HelpFile = "Things.dll-Help.xml";

    public const string Text =
        """
        ---
        external help file: Things.dll-Help.xml
        Module Name: Things
        online version:
        schema: 2.0.0
        ---

        # Get-Thing

        ## SYNOPSIS

        Gets things.

        ## SYNTAX

        ### ByName (Default)

        ```
        Get-Thing [-Name] <string[]> [-Kind <string>] [-Force] [<CommonParameters>]
        ```

        ### ById

        ```
        Get-Thing -Id <int> [-Force] [<CommonParameters>]
        ```

        ## DESCRIPTION

        Gets them at once.

        ## EXAMPLES

        ### Example 1: One thing

        ```powershell
        Get-Thing one
        ```

        ## PARAMETERS

        ### -Force

        Hidden ones too.

        ```yaml
        Type: SwitchParameter
        Parameter Sets: (All)
        Aliases:

        Required: False
        Position: Named
        Default value: False
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### -Id

        The number.

        ```yaml
        Type: int
        Parameter Sets: ById
        Aliases:

        Required: True
        Position: Named
        Default value: None
        Accept pipeline input: True (ByPropertyName)
        Accept wildcard characters: False
        ```

        ### -Kind

        The kind.

        ```yaml
        Type: string
        Parameter Sets: ByName
        Aliases: k
        Accepted values: Old, New

        Required: False
        Position: Named
        Default value: None
        Accept pipeline input: False
        Accept wildcard characters: False
        ```

        ### -Name

        The names.

        ```yaml
        Type: string[]
        Parameter Sets: ByName
        Aliases:

        Required: True
        Position: 0
        Default value: None
        Accept pipeline input: True (ByValue)
        Accept wildcard characters: True
        ```

        ### CommonParameters

        The common ones.

        ## INPUTS

        ### None

        ## OUTPUTS

        ### Things.Thing

        A thing.

        ## NOTES

        ## RELATED LINKS

        [Set-Thing](Set-Thing.md)

        """;
}
